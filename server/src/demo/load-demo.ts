import { setTimeout as sleep } from "node:timers/promises";
import { MAX_EVENTS_PER_REQUEST } from "@beatpass/shared/contracts";
import { MS_PER_DAY } from "@beatpass/shared/metrics";
import { xpForLevel } from "@beatpass/shared/rules";
import { eq, sql } from "drizzle-orm";
import { DEMO_PERMISSION, readBatch } from "../activity/index.ts";
import type { ReadContext } from "../context.ts";
import type { Database } from "../db/client.ts";
import { user } from "../db/schema/index.ts";
import { randomId } from "../ids.ts";
import type { Writer } from "../writer/index.ts";
import { makeActivity } from "./make-activity.ts";
import { COUNTRIES, DEMO_EMAIL, DEMO_GUILD, HERO, PLATFORMS } from "./people.ts";
import { seededRandom } from "./random.ts";
import { hasDemo } from "./remove-demo.ts";

export type DemoContext = ReadContext & { writer: Writer };

/** Another server that loads the demo adds something within this. */
const STILL_LOADING_MS = 5000;
/** Plays that the demo producer still needs for the next level. */
const PLAYS_TO_LEVEL_UP = 3;

/** A database in which nothing has happened yet. */
export async function isEmpty(db: Database): Promise<boolean> {
  const [row] = await db.all<{ rows: number }>(sql`
    SELECT (SELECT count(*) FROM activity) + (SELECT count(*) FROM user) + (SELECT count(*) FROM communities) AS rows`);
  return row!.rows === 0;
}

/** Whether a part of the demo is there, and nobody goes on loading the rest. */
export async function isLeftHalfLoaded(db: Database): Promise<boolean> {
  while (await isPartOfDemo(db)) {
    const before = await countLoaded(db);
    await sleep(STILL_LOADING_MS);
    if ((await countLoaded(db)) === before) return isPartOfDemo(db);
  }
  return false;
}

/** Made-up people without the account of one of them, which comes last. */
async function isPartOfDemo(db: Database): Promise<boolean> {
  const accounts = await db.select({ id: user.id }).from(user).where(eq(user.email, DEMO_EMAIL));
  return accounts.length === 0 && (await hasDemo({ db }));
}

/** What grows in each step of loading. */
async function countLoaded(db: Database): Promise<number> {
  const [row] = await db.all<{ rows: number }>(sql`
    SELECT (SELECT count(*) FROM activity) + (SELECT count(*) FROM plays) + (SELECT count(*) FROM track_days)
      + (SELECT count(*) FROM standings) AS rows`);
  return row!.rows;
}

/**
 * Fills the database with the demo community: made-up activity through the same verbs as any other, announced to
 * nobody, ending with the demo producer a few plays short of a level.
 */
export async function loadDemo({ db, clock, writer }: DemoContext): Promise<void> {
  const now = clock.now();
  const events: unknown[] = makeActivity(now);
  await record(writer, events, now);
  await settleDown(db, writer, now);
  for (const platform of ["discord", "slack"] as const) {
    await writer.run("saveCommunity", {
      platform,
      guildId: DEMO_GUILD,
      demo: true,
      name: "Demo community",
      channelId: `demo-${platform}`,
      members: "all",
      unlocksFrom: "common",
      // Whoever presses a button wants to see its message.
      dailyPosts: 0,
    });
  }
  await writer.run("linkDemoMember", { producerId: HERO.producerId });
  const created = new Date();
  await db
    .insert(user)
    .values({
      id: randomId(),
      name: HERO.name,
      email: DEMO_EMAIL,
      createdAt: created,
      updatedAt: created,
      producerId: HERO.producerId,
    })
    .onConflictDoNothing();
}

async function record(writer: Writer, events: readonly unknown[], now: number): Promise<void> {
  for (let start = 0; start < events.length; start += MAX_EVENTS_PER_REQUEST) {
    const batch = events.slice(start, start + MAX_EVENTS_PER_REQUEST);
    const read = await readBatch(batch, DEMO_PERMISSION, now);
    const { rejected } = await writer.run("recordEvents", { ...read, demo: true, silent: true });
    if (rejected[0])
      throw new Error(`The demo's event ${start + rejected[0].index} was rejected: ${rejected[0].message}`);
  }
}

/** A refresh may unlock something, which moves the demo producer past its level: until it does not, again. */
async function settleDown(db: Database, writer: Writer, now: number): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    while ((await writer.run("foldRollups", undefined)).left > 0);
    await writer.run("refreshLeaderboards", { announces: false });
    const missing = await missingPlays(db);
    if (missing === 0) return;
    await playUnnoticed(writer, now, round, missing);
  }
}

const ROUNDS = 5;

/** How many plays the demo producer lacks to stand right below its next level. */
async function missingPlays(db: Database): Promise<number> {
  const [row] = await db.all<{ xp: number; level: number }>(
    sql`SELECT xp, level FROM producers WHERE id = ${HERO.producerId}`,
  );
  return Math.max(0, xpForLevel(row!.level + 1) - row!.xp - PLAYS_TO_LEVEL_UP);
}

/** Plays since its track came out, spread evenly: they bring the demo producer closer to the level. */
async function playUnnoticed(writer: Writer, now: number, round: number, plays: number): Promise<void> {
  const random = seededRandom(round + 1);
  const window = 59 * MS_PER_DAY;
  const events = Array.from({ length: plays }, (_, n) => {
    const heard = random() < 0.66 ? 0.8 + random() * 0.2 : random();
    return {
      specversion: "1.0",
      id: `demo-fill-${round}-${n}`,
      source: "demo",
      type: "ca.beatpass.play",
      time: new Date(now - 3_600_000 - window * random()).toISOString(),
      data: {
        trackId: HERO.trackId,
        listenedMs: Math.round(HERO.durationMs * heard),
        platform: PLATFORMS[Math.floor(random() ** 2 * PLATFORMS.length)],
        country: COUNTRIES[Math.floor(random() ** 2 * COUNTRIES.length)],
        ...(random() < 0.6 && { listenerId: `demo-l${Math.floor(random() ** 3 * 300)}` }),
      },
    };
  });
  await record(writer, events, now);
}
