import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { saveCommunity } from "../communities/index.ts";
import { refreshLeaderboards } from "../leaderboards/index.ts";
import {
  artist,
  checkLedger,
  createTestContext,
  download,
  fold,
  follow,
  play,
  plays,
  record,
  removal,
  rowsOf,
  stateOf,
  type TestContext,
  track,
  trackUpdate,
} from "../testing/index.ts";
import { rebuild } from "./rebuild.ts";

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext();
  await record(
    context,
    artist("a1", { bio: "b", pictures: ["https://x.example/p.png"] }),
    artist("a2"),
    track("t1", ["a1"], { durationMs: 200_000, album: "Night" }),
    track("t2", ["a1", "a2"], { tags: ["house"] }),
    ...plays("t1", 4, { listenedMs: 160_000, listenerId: "u1", platform: "web player", country: "ca" }),
    play("t1", { listenerId: "a1" }),
    play("t2", { userAgent: "curl/8.5.0" }),
    play("t2", { listenedMs: 5 }),
    download("t1", "u1"),
    follow("a1", "u1"),
  );
  await fold(context);
});
afterEach(() => context.close());

/** Changes a row behind the server's back. */
const tamper = (statement: string) => context.write((tx) => tx.run(sql.raw(statement)));

describe("rebuild --check", () => {
  test("is clean for what the server itself wrote, refreshes and announcements included", async () => {
    await saveCommunity(context, { platform: "discord", guildId: "g", channelId: "c", members: "all" });
    await record(context, ...plays("t1", 300), removal("t2", { time: "2026-11-21T00:00:00Z" }));
    await refreshLeaderboards(context, { announces: true });
    await record(context, trackUpdate("t1", { durationMs: 100_000 }));
    expect(await checkLedger(context)).toEqual([]);
  });

  test("changes nothing, neither state nor ledger", async () => {
    await tamper("UPDATE producers SET xp = xp + 1 WHERE id = 'a1'");
    const before = await stateOf(context.db);
    await rebuild(context, { check: true });
    expect(await stateOf(context.db)).toEqual(before);
  });

  test.each([
    ["producers", "UPDATE producers SET xp = xp + 1 WHERE id = 'a1'"],
    ["producers", "UPDATE producers SET level = 9 WHERE id = 'a2'"],
    ["producers", "INSERT INTO producers (id, name) VALUES ('ghost', 'Ghost')"],
    ["artists", "UPDATE artists SET bio = 'forged' WHERE id = 'a1'"],
    ["albums", "DELETE FROM albums"],
    ["albums", "UPDATE albums SET named_at = named_at + 1"],
    ["tracks", "UPDATE tracks SET plays = plays + 1000 WHERE id = 't1'"],
    ["tracks", "UPDATE tracks SET award_id = 0 WHERE id = 't1'"],
    ["tracks", "UPDATE tracks SET removed_at = 1 WHERE id = 't1'"],
    ["track_artists", "UPDATE track_artists SET artist_id = 'a2' WHERE artist_id = 'a1' AND track_key = 1"],
    ["follows", "UPDATE follows SET following = 0"],
    ["downloads", "DELETE FROM downloads"],
    ["producers", "UPDATE producers SET paid_plays = paid_plays + 1"],
    ["producers", "INSERT INTO xp_entries VALUES ('a1', 'upload', 'nowhere', 5000, 1)"],
    ["track_days", "UPDATE track_days SET completed = completed + 1 WHERE track_key = 1"],
    ["track_days", "DELETE FROM plays WHERE seq = 1"],
    ["track_day_audience", "UPDATE track_day_audience SET places = x'0001'"],
    ["track_day_audience", "UPDATE track_day_audience SET listeners = x'0001'"],
    ["achievement_holders", "UPDATE achievement_holders SET holders = holders + 1"],
    ["achievement_holders", "INSERT INTO xp_entries VALUES ('a2', 'achievement', 'oracle', 0, 1)"],
  ])("finds a tampered row of %s: %s", async (table, statement) => {
    await tamper(statement);
    const found = await checkLedger(context);
    expect(found.map((difference) => difference.table)).toContain(table);
    expect(found.every(({ missing, unexpected, sample }) => missing + unexpected > 0 && sample.startsWith("{"))).toBe(
      true,
    );
  });

  test("counts what is missing and what is too many", async () => {
    await tamper("DELETE FROM follows");
    await tamper("INSERT INTO downloads (seq, track_key, user_id, at) VALUES (901, 1, 'u', 1), (902, 1, 'u', 1)");
    expect(await checkLedger(context)).toEqual([
      expect.objectContaining({ table: "follows", missing: 1, unexpected: 0 }),
      expect.objectContaining({ table: "downloads", missing: 0, unexpected: 2 }),
    ]);
  });
});

describe("rebuild", () => {
  test("mends what was tampered with, and says so once", async () => {
    const before = await stateOf(context.db);
    await tamper("UPDATE producers SET xp = 0, level = 1");
    await tamper("DELETE FROM track_days");
    await tamper("DELETE FROM follows");
    const found = await rebuild(context, { check: false });
    expect(found.map(({ table }) => table)).toEqual(["producers", "follows", "track_days"]);
    expect(await stateOf(context.db)).toEqual(before);
    expect(await rebuild(context, { check: false })).toEqual([]);
  });

  test("never decides again: who was eligible when it happened keeps the XP, and a bot's play stays uncounted", async () => {
    await record(context, artist("a2", { producerId: null, vouched: false }, { time: "2026-11-21T00:00:00Z" }));
    const before = await stateOf(context.db);
    await tamper("UPDATE producers SET xp = 0, play_xp = 0, paid_plays = 0");
    await rebuild(
      { ...context, rulebook: { ...context.rulebook, upload: 7, minimumListenMs: 10_000 } },
      { check: false },
    );
    const after = await stateOf(context.db);
    expect(after.xp).toEqual(before.xp);
    expect(after.days).toEqual(before.days);
  });

  test("leaves the ledger as it was, with standings and announcements", async () => {
    await refreshLeaderboards(context, { announces: false });
    const ofBoards = ["standings", "boards", "past_seasons", "refreshes"];
    const tables = ["activity", "plays", "xp_entries", ...ofBoards, "announcements", "listeners"];
    const read = async () => Promise.all(tables.map((table) => rowsOf(context.db, `SELECT * FROM ${table}`)));
    const before = await read();
    await rebuild(context, { check: false });
    expect(await read()).toEqual(before);
  });
});
