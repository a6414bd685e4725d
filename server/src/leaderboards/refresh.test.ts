import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readConfig } from "../config.ts";
import { refreshes } from "../db/schema/index.ts";
import { seededRandom } from "../demo/random.ts";
import { removeDemo } from "../demo/remove-demo.ts";
import {
  artist,
  createTestContext,
  fold,
  plays,
  record,
  recordDemo,
  removal,
  rowsOf,
  type TestContext,
  track,
} from "../testing/index.ts";
import { workOutInThread } from "../writer/work-out-thread.ts";
import { workOutWhereItFits } from "../writer/work-out-where-it-fits.ts";
import { readBoard } from "./read-board.ts";
import { refreshIfDue, refreshLeaderboards } from "./refresh.ts";
import { workOutRefresh } from "./work-out.ts";

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext();
  await record(context, artist("p1"), artist("p2"), track("t1", ["p1"]), track("t2", ["p1", "p2"]), ...plays("t1", 3));
  await fold(context);
});
afterEach(() => context.close());

const standings = () =>
  rowsOf(context.db, "SELECT * FROM named_standings WHERE until IS NULL ORDER BY category, period, position");

test("another thread works out the same refresh, as does whichever thread it fits", async () => {
  const now = context.clock.now();
  const config = readConfig({ DATABASE_URL: `file:${context.file}` });
  const plan = await workOutInThread(config)(now);
  expect(plan.boards.filter(({ moved }) => moved > 0).length).toBeGreaterThan(0);
  expect(plan).toEqual(await workOutRefresh(context.db, now));
  expect(plan).toEqual(await workOutWhereItFits(config, context.db)(now));
});

test("a refresh that another one overtook is worked out again", async () => {
  let overtaken = false;
  const workOut = async (now: number) => {
    const plan = await workOutRefresh(context.db, now);
    if (!overtaken) {
      overtaken = true;
      await refreshLeaderboards(context, { announces: false });
    }
    return plan;
  };
  const { id, moved } = await refreshLeaderboards({ ...context, workOut }, { announces: false });
  expect({ id, moved }).toEqual({ id: 2, moved: 0 });
  expect(new Set((await standings()).map(({ since }) => since))).toEqual(new Set([1]));
});

test("a scheduled refresh gives way to one that overtook it, and is there again when it is due", async () => {
  const scheduled = (change: Partial<TestContext> = {}) =>
    refreshIfDue({ ...context, ...change }, { refreshMinutes: 30 });
  await refreshLeaderboards(context, { announces: false });
  context.clock.set(new Date(context.clock.now() + 30 * 60_000).toISOString());
  await record(context, ...plays("t2", 1));
  const workOut = async (now: number) => {
    const plan = await workOutRefresh(context.db, now);
    await refreshLeaderboards(context, { announces: false });
    return plan;
  };
  expect(await scheduled({ workOut })).toBeUndefined();
  expect(await rowsOf(context.db, "SELECT max(id) AS id FROM refreshes")).toEqual([{ id: 2 }]);
  context.clock.set(new Date(context.clock.now() + 30 * 60_000).toISOString());
  expect(await scheduled()).toMatchObject({ id: 3 });
});

test("a scheduled refresh lets go of its claim when it gives way", async () => {
  await refreshLeaderboards(context, { announces: false });
  context.clock.set(new Date(context.clock.now() + 30 * 60_000).toISOString());
  const workOut = async (now: number) => {
    const plan = await workOutRefresh(context.db, now);
    await context.db.insert(refreshes).values({ at: now, announces: false });
    return plan;
  };
  expect(await refreshIfDue({ ...context, workOut }, { refreshMinutes: 30 })).toBeUndefined();
  expect(await rowsOf(context.db, "SELECT * FROM cursors WHERE name = 'refreshing-until'")).toEqual([]);
});

test("a scheduled refresh during which the demo was removed is worked out again", async () => {
  await recordDemo(context, { ...artist("d1"), source: "demo" });
  await fold(context);
  const workOut = async (now: number) => {
    const plan = await workOutRefresh(context.db, now);
    await removeDemo(context);
    return plan;
  };
  expect(await refreshIfDue({ ...context, workOut }, { refreshMinutes: 30 })).toMatchObject({ id: 1 });
});

test("a refresh during which the demo was removed leaves nothing of it", async () => {
  const demo = [artist("d1"), track("dt1", ["d1"]), ...plays("dt1", 3)].map((event) => ({ ...event, source: "demo" }));
  await recordDemo(context, ...demo);
  await fold(context);
  let removed = 0;
  const workOut = async (now: number) => {
    const plan = await workOutRefresh(context.db, now);
    if (removed === 0) removed = await removeDemo(context);
    return plan;
  };
  await refreshLeaderboards({ ...context, workOut }, { announces: false });
  expect(removed).toBe(1);
  expect(await rowsOf(context.db, "SELECT key FROM boards WHERE demo")).toEqual([]);
  for (const table of ["xp_entries", "producer_places"])
    expect(await rowsOf(context.db, `SELECT 1 FROM ${table} WHERE producer_id = 'd1'`)).toEqual([]);
});

test("a second refresh at which nothing moved writes no row", async () => {
  await refreshLeaderboards(context, { announces: false });
  const before = await standings();
  expect((await refreshLeaderboards(context, { announces: false })).moved).toBe(0);
  expect(await standings()).toEqual(before);
});

test("who stays at a rank goes on with the same row, though others of that rank come and go", async () => {
  // As old as each other, hence in the order of their ids.
  await record(context, ...["p3", "p4", "p5"].map((id) => artist(id)));
  await record(context, ...["p3", "p4", "p5"].map((id) => track(`of-${id}`, [id])));
  await record(context, ...["p3", "p4", "p5"].flatMap((id) => plays(`of-${id}`, 2)));
  await refreshLeaderboards(context, { announces: false });
  const board = () =>
    rowsOf(
      context.db,
      `SELECT producer_id, rank, position, score, since FROM named_standings
        WHERE category = 'plays' AND period = 'all-time' AND until IS NULL ORDER BY position`,
    );
  expect(await board()).toMatchObject([
    { producer_id: "p1", rank: 1, position: 0, since: 1 },
    { producer_id: "p3", rank: 2, position: 1, since: 1 },
    { producer_id: "p4", rank: 2, position: 2, since: 1 },
    { producer_id: "p5", rank: 2, position: 3, since: 1 },
  ]);
  await record(context, ...plays("of-p5", 1));
  await refreshLeaderboards(context, { announces: false });
  expect(await board()).toMatchObject([
    { producer_id: "p1", rank: 1, position: 0, since: 1 },
    { producer_id: "p5", rank: 2, position: 1, score: 3, since: 2 },
    { producer_id: "p3", rank: 3, position: 2, since: 2 },
    { producer_id: "p4", rank: 3, position: 3, since: 2 },
  ]);
  await record(context, ...plays("of-p3", 1));
  await refreshLeaderboards(context, { announces: false });
  expect(await board()).toMatchObject([
    { producer_id: "p1", rank: 1, position: 0, since: 1 },
    { producer_id: "p3", rank: 2, position: 1, score: 3, since: 3 },
    { producer_id: "p5", rank: 2, position: 2, score: 3, since: 2 },
    { producer_id: "p4", rank: 4, position: 3, since: 3 },
  ]);
});

test("boards that are not ranked again, being ranked from the same, are what ranking them would give", async () => {
  const random = seededRandom(5);
  const pick = (count: number) => Math.floor(random() * count);
  let quiet = 0;
  for (let turn = 0; turn < 12; turn++) {
    const changes = [
      () => plays(`t${1 + pick(2)}`, 1 + pick(3)),
      () => [track(`new-${turn}`, [`p${1 + pick(3)}`])],
      () => [artist(`p${1 + pick(4)}`, { createdAt: new Date(Date.UTC(2020, pick(12))).toISOString() })],
      () => [removal(`new-${pick(turn)}`)],
      () => [],
    ][pick(5)]!();
    await record(context, ...changes);
    context.clock.set(new Date(context.clock.now() + pick(3) * 86_400_000).toISOString());
    const known = await rowsOf(context.db, "SELECT key FROM boards WHERE basis IS NOT NULL");
    const plan = await workOutRefresh(context.db, context.clock.now());
    await refreshLeaderboards(context, { announces: false });
    quiet += plan.boards.filter(({ basis, moved }) => basis !== null && moved === 0).length;
    const rows = await standings();
    await context.db.run("UPDATE boards SET basis = NULL");
    expect((await refreshLeaderboards(context, { announces: false })).moved).toBe(0);
    expect(await standings()).toEqual(rows);
    if (turn > 0) expect(known.length).toBeGreaterThan(0);
  }
  expect(quiet).toBeGreaterThan(20);
});

test("a board ranked from the same is not read again: what its rows say stays", async () => {
  await refreshLeaderboards(context, { announces: false });
  const touch = (score: number) =>
    context.db.run(sql`UPDATE standings SET score = ${score} WHERE until IS NULL AND board_key IN (
      SELECT key FROM boards WHERE category = 'plays' AND period = '30d')`);
  await touch(4711);
  const score = async () =>
    (await standings()).filter(({ category, period }) => category === "plays" && period === "30d")[0]!.score;
  await refreshLeaderboards(context, { announces: false });
  expect(await score()).toBe(4711);
  await record(context, ...plays("t1", 1));
  await refreshLeaderboards(context, { announces: false });
  expect(await score()).toBe(4);
});

test("points are always all-time: the board of any other period is that of all time, and is kept once", async () => {
  await refreshLeaderboards(context, { announces: false });
  const kept = await rowsOf(
    context.db,
    "SELECT DISTINCT period FROM named_standings WHERE category = 'points' ORDER BY period",
  );
  expect(kept).toEqual([{ period: "all-time" }]);
  const asker = { producerId: "p1", seesAll: false };
  const read = (period: string) =>
    readBoard(context, { category: "points", period, limit: 50, refreshMinutes: 30, asker });
  const allTime = await read("all-time");
  expect(allTime.rows.map(({ producerId }) => producerId)).toContain("p1");
  for (const period of ["7d", "30d", "2026-H2", "2026-H1"]) expect(await read(period)).toEqual({ ...allTime, period });
});
