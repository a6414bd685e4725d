import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { communityLeft, listCommunities } from "../communities/index.ts";
import { communities } from "../db/schema/index.ts";
import {
  artist,
  community,
  createTestContext,
  fold,
  link,
  plays,
  record,
  rowsOf,
  type TestContext,
  track,
} from "../testing/index.ts";
import { readMemberHistory } from "./member-history.ts";
import { readBoard } from "./read-board.ts";
import { readRankChange } from "./read-rank-change.ts";
import { refreshLeaderboards } from "./refresh.ts";

let context: TestContext;
/** Five producers with a track each, played 10, 20, 30, 40 and 50 times; p0, p2 and p4 belong to the community. */
let club: string;
beforeEach(async () => {
  context = await createTestContext({ now: "2026-11-23T12:00:00Z" });
  const ids = [0, 1, 2, 3, 4];
  await record(context, ...ids.map((n) => artist(`p${n}`)));
  await record(context, ...ids.map((n) => track(`t${n}`, [`p${n}`], {}, { time: "2025-05-05T00:00:00Z" })));
  for (const n of ids) await record(context, ...plays(`t${n}`, 10 * (n + 1)));
  club = await community(context, "club", { members: "linked" });
  for (const id of ["p0", "p2", "p4"]) await link(context, club, id);
  await refresh();
});
afterEach(() => context.close());

async function refresh(): Promise<void> {
  await fold(context);
  await refreshLeaderboards(context, { announces: true });
}
const board = (producerId: string, change: Partial<Parameters<typeof readBoard>[1]> = {}) =>
  readBoard(context, {
    category: "plays",
    period: "all-time",
    limit: 50,
    refreshMinutes: 30,
    community: club,
    asker: { producerId, seesAll: false },
    ...change,
  });
const change = (producerId: string, scope: "club" | "everybody" = "club") =>
  readRankChange(context, {
    category: "plays",
    period: "all-time",
    community: scope === "club" ? club : undefined,
    asker: { producerId, seesAll: false },
  });

describe("a community's board", () => {
  test("of a season that has just begun has moved nobody", async () => {
    context.clock.set("2027-01-01T00:15:00Z");
    await record(context, ...plays("t0", 3).map((event) => ({ ...event, time: "2027-01-01T00:05:00Z" })));
    await refresh();
    const overall = { category: "overall", period: "2027-H1" } as const;
    const { rows } = await board("p0", overall);
    expect(rows.map(({ producerId }) => producerId)).toEqual(["p0", "p4", "p2"]);
    for (const row of rows) expect(row).not.toHaveProperty("previousRank");
    const asked = { ...overall, community: club, asker: { producerId: "p0", seesAll: false } };
    expect(await readRankChange(context, asked)).toMatchObject({ moved: "none", passedCount: 0 });
  });

  test("ranks its members alone, with ranks, total and distances of their own", async () => {
    const { rows, total, me } = await board("p2");
    expect(rows.map(({ rank, producerId, score }) => [rank, producerId, score])).toEqual([
      [1, "p4", 50],
      [2, "p2", 30],
      [3, "p0", 10],
    ]);
    expect(total).toBe(3);
    expect(me).toMatchObject({ rank: 2, score: 30, toNext: { rank: 1, gap: 20 } });
  });

  test("reckons overall from ranks among the members", async () => {
    const { rows } = await board("p2", { category: "overall" });
    const everybody = await board("p2", { category: "overall", community: undefined });
    expect(rows.map(({ producerId }) => producerId)).toEqual(["p4", "p2", "p0"]);
    // First of three scores more than first of five would not: second here is third there.
    expect(rows[1]!.score).toBeGreaterThan(everybody.rows.find(({ producerId }) => producerId === "p2")!.score);
  });

  test("tells movement among the members, whatever everybody else does", async () => {
    await record(context, ...plays("t1", 100), ...plays("t0", 25));
    await refresh();
    const { rows } = await board("p0");
    expect(rows.map(({ rank, previousRank, producerId }) => [producerId, previousRank, rank])).toEqual([
      ["p4", 1, 1],
      ["p0", 3, 2],
      ["p2", 2, 3],
    ]);
  });

  test("is paged as everybody's is", async () => {
    const first = await board("p2", { limit: 2 });
    expect(first.rows).toHaveLength(2);
    const rest = await board("p2", { limit: 2, cursor: first.nextCursor });
    expect(rest.rows.map(({ producerId }) => producerId)).toEqual(["p0"]);
    expect(rest.nextCursor).toBeUndefined();
  });

  test("has whole pages around somebody, as everybody's has, from the first to the last", async () => {
    const around = async (producerId: string, limit: number, community?: string) => {
      const { rows, nextCursor } = await board(producerId, { around: "me", limit, community });
      return [rows.map((row) => row.producerId).join(" "), nextCursor];
    };
    expect(await around("p4", 3)).toEqual(["p4 p3 p2", "3"]);
    expect(await around("p2", 3)).toEqual(["p3 p2 p1", "4"]);
    expect(await around("p2", 2)).toEqual(["p3 p2", "3"]);
    expect(await around("p1", 3)).toEqual(["p2 p1 p0", undefined]);
    expect(await around("p0", 3)).toEqual(["p2 p1 p0", undefined]);
    expect(await around("p0", 1)).toEqual(["p0", undefined]);
    expect(await around("p0", 50)).toEqual(["p4 p3 p2 p1 p0", undefined]);
    expect(await around("p4", 2, club)).toEqual(["p4 p2", "2"]);
    expect(await around("p0", 2, club)).toEqual(["p2 p0", undefined]);
    expect(await around("p0", 1, club)).toEqual(["p0", undefined]);
    expect(await around("p0", 50, club)).toEqual(["p4 p2 p0", undefined]);
  });

  test("is there for members, administrators and bots, and for nobody else", async () => {
    await expect(board("p1")).rejects.toMatchObject({ code: "not_found" });
    await expect(board("p2", { community: "com_none" })).rejects.toMatchObject({ code: "not_found" });
    expect((await board("p2", { asker: { seesAll: true } })).total).toBe(3);
    expect((await listCommunities(context, { producerId: "p0", seesAll: false })).communities).toEqual([
      { id: club, platform: "discord", name: "club", members: 3 },
    ]);
    expect((await listCommunities(context, { producerId: "p1", seesAll: false })).communities).toEqual([]);
    await context.db.update(communities).set({ demo: true });
    expect((await listCommunities(context, { seesAll: true })).communities).toMatchObject([{ id: club, demo: true }]);
    await context.db.update(communities).set({ demo: false });
    // Once the bot was removed from it, nobody chooses it any more.
    await communityLeft(context, { platform: "discord", guildId: "club" });
    for (const seesAll of [false, true])
      expect((await listCommunities(context, { producerId: "p0", seesAll })).communities).toEqual([]);
  });

  test("of all is everybody's board", async () => {
    const open = await community(context, "open");
    expect((await board("p1", { community: open })).rows).toEqual((await board("p1", { community: undefined })).rows);
  });
});

describe("why a rank changed", () => {
  test("names who moved ahead, on everybody's board and among the members alike", async () => {
    await record(context, ...plays("t0", 25), ...plays("t1", 100));
    await refresh();
    expect(await change("p2")).toMatchObject({
      before: { rank: 2, score: 30, total: 3 },
      now: { rank: 3, score: 30, total: 3 },
      moved: "others",
      passed: [],
      passedBy: [{ producerId: "p0", name: "Artist p0", rank: 2, previousRank: 3, score: 35, previousScore: 10 }],
      passedByCount: 1,
    });
    const everybody = await change("p2", "everybody");
    expect(everybody.passedBy.map(({ producerId }) => producerId)).toEqual(["p1", "p0"]);
    expect(everybody).toMatchObject({ before: { rank: 3, total: 5 }, now: { rank: 5, total: 5 }, moved: "others" });
  });

  test("names whom one passed, and keeps to the last refresh that moved one", async () => {
    await record(context, ...plays("t0", 35));
    context.clock.set("2026-11-23T12:30:00Z");
    await refresh();
    context.clock.set("2026-11-23T13:00:00Z");
    await record(context, ...plays("t0", 1));
    await refresh();
    for (const scope of ["club", "everybody"] as const) {
      const why = await change("p0", scope);
      expect(why).toMatchObject({ changedAt: "2026-11-23T12:30:00.000Z", moved: "mine", passedByCount: 0 });
      expect(why.before).toMatchObject({ score: 10 });
      expect(why.passed.map(({ producerId }) => producerId)).toContain("p2");
    }
  });

  test("tells the score with which one moved, though it grew since", async () => {
    await record(context, ...plays("t2", 30));
    await refresh();
    await record(context, ...plays("t4", 3));
    await refresh();
    for (const scope of ["club", "everybody"] as const)
      expect(await change("p4", scope)).toMatchObject({ now: { rank: 2, score: 50 }, moved: "others" });
  });

  test("a score that moves nobody leaves no row, and the board shows it", async () => {
    const count = async () => (await rowsOf(context.db, "SELECT count(*) AS n FROM named_standings"))[0]!.n;
    const before = await count();
    await record(context, ...plays("t4", 3));
    await refresh();
    expect((await board("p4")).me!.score).toBe(53);
    const own = await rowsOf(
      context.db,
      "SELECT score, began_score FROM named_standings WHERE producer_id = 'p4' AND category = 'plays' AND period = 'all-time'",
    );
    expect(own).toEqual([{ score: 53, began_score: 50 }]);
    expect(await count()).toBe(before);
  });

  test("is nobody's doing where nothing has moved yet", async () => {
    expect(await change("p2")).toMatchObject({ moved: "none", now: { rank: 2 }, passed: [], passedBy: [] });
    expect((await change("p2")).changedAt).toBeUndefined();
    expect((await change("p2", "everybody")).changedAt).toBeUndefined();
  });

  test("says that one came to the board, or left it", async () => {
    await record(context, artist("p9"), track("t9", ["p9"], {}, { time: "2025-05-05T00:00:00Z" }), ...plays("t9", 45));
    await refresh();
    const came = await change("p9", "everybody");
    expect(came).toMatchObject({ now: { rank: 2, score: 45 }, passed: [], moved: "mine" });
    expect(came.before).toBeUndefined();
  });

  test("is nobody's doing once what held before is forgotten: nobody is new for that", async () => {
    await record(context, ...Array.from({ length: 12 }, (_, n) => artist(`q${n}`)));
    await record(
      context,
      ...Array.from({ length: 12 }, (_, n) => track(`u${n}`, [`q${n}`], {}, { time: "2025-05-05T00:00:00Z" })),
    );
    for (let n = 0; n < 12; n++) await record(context, ...plays(`u${n}`, 200 + n));
    await refresh();
    await record(context, ...plays("t1", 15));
    await refresh();
    expect(await change("p1", "everybody")).toMatchObject({ before: { rank: 16 }, now: { rank: 15 }, moved: "mine" });
    context.clock.set("2026-12-20T12:00:00Z");
    await refresh();
    await refresh();
    const why = await change("p1", "everybody");
    expect(why).toMatchObject({ now: { rank: 15 }, moved: "none", passed: [] });
    expect(why).not.toHaveProperty("changedAt");
  });

  test("leaves out a score of somebody crossed that went on at the same rank, and is no longer known", async () => {
    // Ranks 1 to 3: p4 100, p3 99, p2 98.
    await record(context, ...plays("t4", 50), ...plays("t3", 59), ...plays("t2", 68));
    for (const time of ["12:30", "13:00"]) {
      context.clock.set(`2026-11-23T${time}:00Z`);
      await refresh();
    }
    context.clock.set("2026-11-23T13:30:00Z");
    await record(context, ...plays("t2", 102), ...plays("t3", 51));
    await refresh();
    const moved = {
      changedAt: "2026-11-23T13:30:00.000Z",
      before: { rank: 3, score: 98 },
      now: { rank: 1, score: 200 },
    };
    const [first, still] = (await change("p2", "everybody")).passed;
    expect(await change("p2", "everybody")).toMatchObject({ ...moved, moved: "both", passedCount: 2 });
    expect(first).toEqual({ producerId: "p3", name: "Artist p3", rank: 2, previousRank: 2, score: 150 });
    expect(still).toMatchObject({ producerId: "p4", score: 100, previousScore: 100 });
    await link(context, club, "p3");
    expect(await change("p2")).toMatchObject({ ...moved, moved: "both", passed: [first, still] });
    context.clock.set("2026-11-23T14:00:00Z");
    await record(context, ...plays("t3", 40));
    await refresh();
    const { score, ...unknown } = first!;
    for (const scope of ["club", "everybody"] as const) {
      const why = await change("p2", scope);
      expect(why).toMatchObject({ ...moved, moved: "both" });
      expect(why.passed).toEqual([unknown, still]);
    }
  });

  test("is forgotten in the top ten as well, though one's own place there is kept for longer", async () => {
    await record(context, ...plays("t0", 35));
    await refresh();
    const moved = ["p0", "p2"] as const;
    const scopes = ["club", "everybody"] as const;
    for (const scope of scopes)
      for (const id of moved) expect(await change(id, scope)).toMatchObject({ changedAt: "2026-11-23T12:00:00.000Z" });
    context.clock.set("2026-12-20T12:00:00Z");
    await refresh();
    for (const scope of scopes)
      for (const id of moved) {
        const why = await change(id, scope);
        expect(why).toMatchObject({ moved: "none", passed: [], passedBy: [], passedCount: 0, passedByCount: 0 });
        expect(why).not.toHaveProperty("changedAt");
        expect(why).not.toHaveProperty("before");
      }
  });

  test("is kept for some days: what ended earlier is dropped", async () => {
    await record(context, ...plays("t0", 100));
    await refresh();
    context.clock.set("2026-12-20T12:00:00Z");
    await refresh();
    const ended = await rowsOf(context.db, "SELECT rank FROM named_standings WHERE until <= 2 AND rank > 10");
    expect(ended).toEqual([]);
  });

  test("tell of a refresh before by the ranks that held then, though scores moved on", async () => {
    // p4 reaches a tier, which begins a row; p2 stays second, with a score above what p4 had.
    await record(context, ...plays("t4", 930), ...plays("t2", 940));
    await refresh();
    await record(context, ...plays("t4", 150), ...plays("t2", 25));
    await refresh();
    const history = await readMemberHistory(context.db, { producerIds: ["p2", "p4"], period: "all-time", first: 1 });
    const ranksAt = (refreshId: number) =>
      history.at("plays", refreshId).map(({ rank, producerId }) => [rank, producerId]);
    expect(ranksAt(2)).toEqual([
      [1, "p4"],
      [2, "p2"],
    ]);
    expect((await change("p4")).moved).toBe("none");
  });

  test("tell whose score moved where two shared a rank for a while", async () => {
    await record(context, ...plays("t3", 10));
    await refresh();
    await refresh();
    await record(context, ...plays("t3", 5));
    await refresh();
    expect(await change("p4", "everybody")).toMatchObject({
      before: { rank: 1 },
      now: { rank: 2 },
      moved: "others",
      passedBy: [{ producerId: "p3", rank: 1, previousRank: 1, score: 55, previousScore: 50 }],
    });
  });
});
