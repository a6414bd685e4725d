import { afterEach, beforeEach, expect, test } from "vitest";
import { readConfig } from "../config.ts";
import { artist, createTestContext, fold, plays, record, rowsOf, type TestContext, track } from "../testing/index.ts";
import { workOutInThread } from "../writer/work-out-thread.ts";
import { workOutWhereItFits } from "../writer/work-out-where-it-fits.ts";
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
  rowsOf(context.db, "SELECT * FROM standings WHERE until IS NULL ORDER BY category, period, position");

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

test("a second refresh at which nothing moved writes no row", async () => {
  await refreshLeaderboards(context, { announces: false });
  const before = await standings();
  expect((await refreshLeaderboards(context, { announces: false })).moved).toBe(0);
  expect(await standings()).toEqual(before);
});
