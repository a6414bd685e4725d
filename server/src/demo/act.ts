import type { DemoActionName } from "@beatpass/shared/contracts";
import { MS_PER_DAY } from "@beatpass/shared/metrics";
import { sql } from "drizzle-orm";
import { DEMO_PERMISSION, readBatch } from "../activity/index.ts";
import type { Reader } from "../db/client.ts";
import { AppError } from "../errors.ts";
import { randomId } from "../ids.ts";
import { readAchievements } from "../progress/index.ts";
import type { DemoContext } from "./load-demo.ts";
import { HERO } from "./people.ts";

/** Does what a button of the Channels page says, with real events through the same verbs as any other. */
export async function act(context: DemoContext, action: DemoActionName): Promise<void> {
  if (action === "play") await send(context, [play(HERO.trackId)]);
  else if (action === "unlock") await unlockOne(context);
  else await takeNumberOne(context);
}

type Event = { type: string; data: Record<string, unknown> };

async function send({ clock, writer }: DemoContext, events: readonly Event[]): Promise<void> {
  const now = clock.now();
  const time = new Date(now).toISOString();
  const batch = events.map((event) => ({
    specversion: "1.0",
    id: `demo-${randomId()}`,
    source: "demo",
    time,
    ...event,
  }));
  const read = await readBatch(batch, DEMO_PERMISSION, now);
  await writer.run("recordEvents", { ...read, demo: true });
}

const play = (trackId: string): Event => ({
  type: "ca.beatpass.play",
  data: { trackId, listenedMs: 90_000, platform: "iOS", country: "CA" },
});

/** The profile as it would look with one achievement more; the next producer's turn once somebody has them all. */
async function unlockOne(context: DemoContext): Promise<void> {
  const people = await context.db.all<{
    id: string;
    artist_id: string;
    name: string;
    pictures: number;
    links: number;
  }>(sql`
    SELECT p.id, a.id AS artist_id, a.name, a.picture_count AS pictures, a.link_count AS links
    FROM producers p JOIN artists a ON a.producer_id = p.id WHERE p.demo ORDER BY p.id = ${HERO.producerId} DESC, p.xp DESC`);
  for (const { id, artist_id: artistId, name } of people) {
    const achievements = await readAchievements(context.db, { id, demo: true });
    const next = ["photogenic", "oracle", "linked", "model"].find((slug) =>
      achievements.some((one) => one.slug === slug && !one.unlockedAt),
    );
    if (!next) continue;
    await send(context, [
      { type: "ca.beatpass.artist.updated", data: { artistId, name, ...PROFILE_EDITS[next]!(artistId) } },
    ]);
    return;
  }
  throw new AppError("conflict", "Everybody in the demo has every profile achievement by now.");
}

const links = (kind: string, artistId: string, count: number): string[] =>
  Array.from({ length: count }, (_, n) => `https://${kind}.example.com/${artistId}/${n}`);

const PROFILE_EDITS: Record<string, (artistId: string) => Record<string, unknown>> = {
  photogenic: (artistId) => ({ pictures: links("images", artistId, 1) }),
  oracle: () => ({ bio: "Beats for the last bus home." }),
  linked: (artistId) => ({ links: links("links", artistId, 3) }),
  model: (artistId) => ({ pictures: links("images", artistId, 5) }),
};

/** Plays enough to lead "plays, last 7 days", held for two refreshes as everywhere. */
async function takeNumberOne(context: DemoContext): Promise<void> {
  // What is in the log already counts; a standing may be up to half an hour old.
  await context.writer.run("refreshLeaderboards", { announces: true });
  const challenger = await nextChallenger(context.db, context.clock.now());
  if (!challenger) throw new AppError("conflict", "Everybody near the top has been number one this week.");
  await send(
    context,
    Array.from({ length: challenger.gap + 12 }, () => play(challenger.track_id)),
  );
  while ((await context.writer.run("foldRollups", undefined)).left > 0);
  await context.writer.run("refreshLeaderboards", { announces: true });
  await context.writer.run("refreshLeaderboards", { announces: true });
}

type Challenger = { track_id: string; gap: number };

async function nextChallenger(db: Reader, now: number): Promise<Challenger | undefined> {
  const weekAgo = now - 7 * MS_PER_DAY;
  const [row] = await db.all<Challenger>(sql`
    WITH board AS (SELECT producer_id, rank, score, position FROM named_standings
      WHERE category = 'plays' AND period = '7d' AND demo AND until IS NULL)
    SELECT (SELECT max(score) FROM board) - coalesce(b.score, 0) AS gap,
      (SELECT t.id FROM artists a JOIN track_artists ta ON ta.artist_id = a.id JOIN tracks t ON t.key = ta.track_key
        WHERE a.producer_id = p.id AND t.public AND t.removed_at IS NULL
          AND (SELECT count(*) FROM track_artists one WHERE one.track_key = t.key) = 1 ORDER BY t.key LIMIT 1) AS track_id
    FROM producers p LEFT JOIN board b ON b.producer_id = p.id
    WHERE p.demo AND coalesce(b.rank, 999) > 1 AND track_id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM announcements n WHERE n.kind = 'new-number-one' AND n.producer_id = p.id AND n.occurred_at > ${weekAgo})
    ORDER BY p.id = ${HERO.producerId} DESC, b.position IS NULL, b.position LIMIT 1`);
  return row;
}
