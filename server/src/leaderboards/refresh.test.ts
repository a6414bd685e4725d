import { afterEach, beforeEach, expect, test } from "vitest";
import { readConfig } from "../config.ts";
import { removeDemo } from "../demo/remove-demo.ts";
import {
  artist,
  createTestContext,
  fold,
  plays,
  record,
  recordDemo,
  rowsOf,
  type TestContext,
  track,
} from "../testing/index.ts";
import { workOutInThread } from "../writer/work-out-thread.ts";
import { workOutWhereItFits } from "../writer/work-out-where-it-fits.ts";
import { readBoard } from "./read-board.ts";
import { refreshLeaderboards } from "./refresh.ts";
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
