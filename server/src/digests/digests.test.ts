import { DEFAULT_PRIVACY, type Privacy } from "@beatpass/shared/contracts";
import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { communities, identities, privacy, user } from "../db/schema/index.ts";
import { saveChoices } from "../identities/save-choices.ts";
import { refreshLeaderboards } from "../leaderboards/index.ts";
import {
  announcedTo,
  artist,
  community,
  createTestContext,
  fold,
  link,
  play,
  record,
  type TestContext,
  track,
} from "../testing/index.ts";
import { localDay } from "./local-day.ts";
import { writeCommunityDigests } from "./write-community-digests.ts";
import { writeOwnDigests } from "./write-own-digests.ts";

/** A Monday, 18:30 UTC; the week before it is 16 to 22 November. */
const MONDAY = Date.parse("2026-11-23T18:30:00Z");
const HOUR = 3_600_000;

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext();
});
afterEach(() => context.close());

const agreeTo = (producerId: string, choices: Partial<Privacy>) =>
  context.db.insert(privacy).values({ producerId, choices: { ...DEFAULT_PRIVACY, ...choices }, changedAt: 0 });

/** Members m1, m2 … with so many plays each on Wednesday the 18th, and a few the week before. */
async function members(...plays: number[]): Promise<void> {
  for (const [index, count] of plays.entries()) {
    const id = `m${index + 1}`;
    await record(context, artist(id, { name: `Name ${id}` }), track(`t-${id}`, [id]));
    const on = (day: string, many: number) =>
      Array.from({ length: many }, (_, at) => play(`t-${id}`, {}, { time: `2026-11-${day}T10:00:${10 + at}Z` }));
    await record(context, ...on("18", count), ...on("11", 1));
  }
  await fold(context);
}

const digests = async () => (await announcedTo(context)).filter(([, view]) => view.kind === "community-digest");

test("a day and an hour are those of the time zone, also where its clocks change", () => {
  expect(localDay(MONDAY, "UTC")).toEqual({ date: "2026-11-23", weekday: 1, hour: 18 });
  expect(localDay(MONDAY, "Asia/Tokyo")).toEqual({ date: "2026-11-24", weekday: 2, hour: 3 });
  expect(localDay(Date.parse("2026-10-25T00:30:00Z"), "Europe/Paris").hour).toBe(2);
  expect(localDay(Date.parse("2026-10-25T01:30:00Z"), "Europe/Paris").hour).toBe(2);
});

describe("a community's digest", () => {
  test("tells the week before, in its own day's evening, once however often it is asked", async () => {
    await members(5, 3, 1);
    const id = await community(context, "g1", { name: "Beat Lab" });
    for (const producer of ["m1", "m2", "m3"]) await link(context, id, producer);
    await context.db.update(communities).set({ members: "linked" });
    expect(await writeCommunityDigests(context, { at: MONDAY - HOUR })).toBe(0);
    expect(await writeCommunityDigests(context, { at: MONDAY })).toBe(1);
    expect(await writeCommunityDigests(context, { at: MONDAY + HOUR })).toBe(0);
    expect(await digests()).toMatchObject([
      [
        "g1",
        {
          community: { name: "Beat Lab" },
          range: { from: "2026-11-16", to: "2026-11-22" },
          lines: [
            { about: "plays", plays: 9, change: 2 },
            { about: "top", name: "Name m1", plays: 5 },
          ],
        },
      ],
    ]);
    // The next week has one of its own, and is skipped for want of plays.
    expect(await writeCommunityDigests(context, { at: MONDAY + 7 * 24 * HOUR })).toBe(0);
  });

  test.each(["all", "linked"] as const)("names who climbed most in the week (members: %s)", async (whose) => {
    await members(5, 3, 1);
    await record(context, ...Array.from({ length: 9 }, () => play("t-m1", {}, { time: "2026-11-14T10:00:00Z" })));
    const id = await community(context, "g1", { members: whose, boards: ["plays:all-time"] });
    for (const producer of ["m1", "m2", "m3"]) await link(context, id, producer);
    await fold(context);
    const now = context.clock.now();
    context.clock.set("2026-11-15T20:00:00Z");
    await refreshLeaderboards(context, { announces: false });
    context.clock.set(new Date(now).toISOString());
    await record(context, ...Array.from({ length: 30 }, () => play("t-m3", {}, { time: "2026-11-19T10:00:00Z" })));
    await fold(context);
    context.clock.set("2026-11-19T12:00:00Z");
    await refreshLeaderboards(context, { announces: false });
    expect(await writeCommunityDigests(context, { at: MONDAY })).toBe(1);
    const [[, view] = []] = await digests();
    expect(view?.kind === "community-digest" && view.lines.find(({ about }) => about === "climb")).toEqual({
      about: "climb",
      name: "Name m3",
      from: 3,
      to: 1,
      category: "plays",
    });
  });

  test.each(["all", "linked"] as const)(
    "names nobody as climbing by ranks that are forgotten (members: %s)",
    async (whose) => {
      await members(5, 3, 1);
      const id = await community(context, "g1", { members: whose, boards: ["plays:all-time"] });
      for (const producer of ["m1", "m2", "m3"]) await link(context, id, producer);
      context.clock.set("2026-11-15T20:00:00Z");
      await refreshLeaderboards(context, { announces: false });
      context.clock.set("2026-11-23T12:00:00Z");
      await record(context, ...Array.from({ length: 30 }, () => play("t-m3", {}, { time: "2026-11-19T10:00:00Z" })));
      await fold(context);
      for (const day of ["2026-11-19", "2026-11-30"]) {
        context.clock.set(`${day}T12:00:00Z`);
        await refreshLeaderboards(context, { announces: false });
      }
      expect(await writeCommunityDigests(context, { at: MONDAY })).toBe(1);
      const [[, view] = []] = await digests();
      expect(view?.kind === "community-digest" && view.lines.map(({ about }) => about)).toEqual(["plays", "top"]);
    },
  );

  test("that nobody wrote in its evening comes by day until the next one, where last week's came", async () => {
    await members(5, 3, 1);
    const id = await community(context, "g1");
    const [night, morning] = [MONDAY + 6 * HOUR, MONDAY + 15 * HOUR];
    expect(await writeCommunityDigests(context, { at: morning })).toBe(0);
    await context.db.update(communities).set({ digestedOn: "2026-11-16" }).where(eq(communities.id, id));
    expect(await writeCommunityDigests(context, { at: night })).toBe(0);
    expect(await writeCommunityDigests(context, { at: morning + 10 * HOUR })).toBe(0);
    expect(await writeCommunityDigests(context, { at: morning })).toBe(1);
    expect(await writeCommunityDigests(context, { at: morning + HOUR })).toBe(0);
    expect(await digests()).toMatchObject([["g1", { range: { from: "2026-11-16", to: "2026-11-22" } }]]);
  });

  test("is skipped where fewer than three members had plays, where it is off, and where there is no channel", async () => {
    await members(5, 3);
    await community(context, "few");
    expect(await writeCommunityDigests(context, { at: MONDAY })).toBe(0);
    await members(5, 3, 1);
    const off = await community(context, "off");
    const mute = await community(context, "mute");
    await context.db.update(communities).set({ digestDay: null }).where(eq(communities.id, off));
    await context.db.update(communities).set({ channelId: null }).where(eq(communities.id, mute));
    expect(await writeCommunityDigests(context, { at: MONDAY })).toBe(0);
  });

  test("goes to the digest's own channel, by the community's time zone and day", async () => {
    await members(5, 3, 1);
    const id = await community(context, "g1");
    await context.db
      .update(communities)
      .set({ timeZone: "Asia/Tokyo", digestDay: 2, topicChannels: { digest: "evening" } })
      .where(eq(communities.id, id));
    expect(await writeCommunityDigests(context, { at: MONDAY })).toBe(0);
    // 18:00 on Tuesday in Tokyo.
    expect(await writeCommunityDigests(context, { at: Date.parse("2026-11-24T09:00:00Z") })).toBe(1);
    const [row] = await context.db.all<{ channel_id: string }>(sql`SELECT channel_id FROM deliveries`);
    expect(row).toEqual({ channel_id: "evening" });
  });

  test("welcomes who linked themselves that week and asked for a hello, as long as they stay", async () => {
    await members(5, 3, 1);
    const id = await community(context, "g1");
    for (const producer of ["m1", "m2", "m3"]) await link(context, id, producer);
    for (const [producerId, hello] of [
      ["m1", true],
      ["m2", false],
      ["m3", true],
    ] as const) {
      const { onBoards, named, announced, told } = DEFAULT_PRIVACY;
      const choices = { onBoards, named, announced: announced.discord, told: told.discord, hello };
      await saveChoices(context, {
        platform: "discord",
        guildId: "g1",
        user: `user-${producerId}`,
        producerId,
        choices,
      });
    }
    await context.db.run(sql`UPDATE announcements SET occurred_at = ${MONDAY - 5 * 24 * HOUR} WHERE kind = 'joined'`);
    await context.db.run(sql`DELETE FROM community_members WHERE producer_id = 'm3'`);
    await context.db.update(communities).set({ members: "all" });
    await writeCommunityDigests(context, { at: MONDAY });
    const [[, view] = []] = await digests();
    expect(view?.kind === "community-digest" && view.lines.at(-1)).toEqual({ about: "new", names: ["Name m1"] });
  });

  test("names nobody who asked not to be shown; the plays of all count", async () => {
    await members(5, 3, 1);
    await agreeTo("m1", { onBoards: false });
    await community(context, "g1");
    await writeCommunityDigests(context, { at: MONDAY });
    expect(await digests()).toMatchObject([
      [
        "g1",
        {
          lines: [
            { about: "plays", plays: 9 },
            { about: "top", name: "Name m2" },
          ],
        },
      ],
    ]);
  });
});

describe("one's own digest", () => {
  /** Who asks for it, and is linked. */
  async function asks(producerId: string): Promise<void> {
    const told = { ...DEFAULT_PRIVACY.told, discord: { ...DEFAULT_PRIVACY.told.discord, digest: true } };
    await agreeTo(producerId, { told });
    const at = { platform: "discord" as const, scope: "", displayName: "", linkedAt: 0 };
    await context.db.insert(identities).values({ ...at, platformUserId: `user-${producerId}`, producerId });
  }
  const own = async () =>
    (await context.db.all<{ view: string }>(sql`SELECT view FROM announcements WHERE kind = 'own-digest'`)).map(
      ({ view }) => JSON.parse(view) as Record<string, unknown>,
    );

  test("is written for who asked for it and is linked, once a week; no community hears of it", async () => {
    await members(5, 3, 1);
    await community(context, "g1");
    const told = { ...DEFAULT_PRIVACY.told, discord: { ...DEFAULT_PRIVACY.told.discord, digest: true } };
    await agreeTo("m1", { told });
    await agreeTo("m2", { told });
    const at = { platform: "discord" as const, scope: "", displayName: "", linkedAt: 0 };
    await context.db.insert(identities).values({ ...at, platformUserId: "u1", producerId: "m1" });
    await context.db.insert(identities).values({ ...at, platformUserId: "u3", producerId: "m3" });
    expect(await writeOwnDigests(context, { at: MONDAY })).toBe(1);
    expect(await writeOwnDigests(context, { at: MONDAY + HOUR })).toBe(0);
    expect(await own()).toMatchObject([
      { producer: { id: "m1" }, plays: 5, change: 4, best: { track: { id: "t-m1" }, plays: 5 }, unlocked: 0 },
    ]);
    expect(
      (await announcedTo(context)).filter(([, view]) => view.kind === "own-digest" && view.producer.id !== "m1"),
    ).toEqual([]);
  });

  test("that nobody wrote on Monday's evening comes on Tuesday, where last week's came", async () => {
    await members(5, 3, 1);
    await asks("m1");
    const tuesday = MONDAY + 16 * HOUR;
    expect(await writeOwnDigests(context, { at: tuesday })).toBe(0);
    expect(await writeOwnDigests(context, { at: MONDAY })).toBe(1);
    expect(await writeOwnDigests(context, { at: tuesday })).toBe(0);
    expect(await writeOwnDigests(context, { at: tuesday + 7 * 24 * HOUR })).toBe(1);
  });

  test("comes by the time zone of the oldest account that has one", async () => {
    await members(5, 3, 1);
    await asks("m1");
    for (const [id, createdAt, timeZone] of [
      ["new", 3, "America/Montreal"],
      ["none", 1, null],
      ["old", 2, "Asia/Tokyo"],
    ] as const) {
      const dates = { createdAt: new Date(createdAt * 1000), updatedAt: new Date(createdAt * 1000) };
      await context.db
        .insert(user)
        .values({ id, name: id, email: `${id}@example.org`, producerId: "m1", timeZone, ...dates });
    }
    // 18:00 on Monday in Tokyo.
    expect(await writeOwnDigests(context, { at: Date.parse("2026-11-23T09:00:00Z") })).toBe(1);
  });

  test("tells the places gained since the week began, far from the top and eight days later too", async () => {
    const ids = Array.from({ length: 14 }, (_, at) => `p${at}`);
    await record(context, ...ids.map((id) => artist(id)), ...ids.map((id) => track(`t-${id}`, [id])));
    const times = (count: number, time: string) => Array.from({ length: count }, () => ({ time }));
    const heard = (id: string, count: number, time: string) =>
      record(context, ...times(count, time).map((when) => play(`t-${id}`, {}, when)));
    for (const [at, id] of ids.entries()) await heard(id, 60 - 4 * at, "2026-11-10T10:00:00Z");
    await asks("p12");
    await fold(context);
    const refresh = async (time: string) => {
      context.clock.set(time);
      await refreshLeaderboards(context, { announces: false });
    };
    await refresh("2026-11-15T23:50:00Z");
    context.clock.set("2026-11-23T18:00:00Z");
    await heard("p12", 5, "2026-11-16T05:00:00Z");
    await fold(context);
    await refresh("2026-11-16T06:00:00Z");
    await refresh("2026-11-23T18:00:00Z");
    await writeOwnDigests(context, { at: MONDAY });
    const [digest] = await own();
    expect(digest).toMatchObject({ rank: { movement: 1 } });
  });
});
