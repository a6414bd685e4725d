import { afterEach, beforeEach, expect, test } from "vitest";
import { artist, createTestContext, fold, plays, record, type TestContext, track } from "../testing/index.ts";
import { bestRank } from "./best-rank.ts";
import { readBoard } from "./read-board.ts";
import { refreshLeaderboards } from "./refresh.ts";

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext();
  for (const id of ["p1", "p2", "p3"]) await record(context, artist(id), track(`t-${id}`, [id]));
});
afterEach(() => context.close());

async function refresh(): Promise<void> {
  await fold(context);
  await refreshLeaderboards(context, { announces: false });
}

test("the best rank tells how far it moved at the last refresh: not at all when newly ranked, 0 when it stood still", async () => {
  expect(await bestRank(context.db, "p1")).toBeUndefined();
  await record(context, ...plays("t-p1", 1), ...plays("t-p2", 200), ...plays("t-p3", 300));
  await refresh();
  expect(await bestRank(context.db, "p2")).not.toHaveProperty("movement");
  await refresh();
  expect(await bestRank(context.db, "p3")).toMatchObject({ rank: 1, total: 3, movement: 0 });
  await record(context, ...plays("t-p1", 500));
  await refresh();
  const best = await bestRank(context.db, "p1");
  expect(best).toMatchObject({ rank: 1, total: 3 });
  expect(best!.movement).toBeGreaterThan(0);
  context.clock.set("2026-11-24T09:30:00Z");
  await refresh();
  expect(await bestRank(context.db, "p1")).toMatchObject({ rank: 1, total: 3, movement: 0 });
});

test("a movement names the refresh that it compares with", async () => {
  await record(context, ...plays("t-p1", 1));
  const first = new Date(context.clock.now()).toISOString();
  await refresh();
  expect(await bestRank(context.db, "p1")).not.toHaveProperty("comparedWith");
  context.clock.set("2026-11-24T09:30:00Z");
  await refresh();
  expect(await bestRank(context.db, "p1")).toMatchObject({ movement: 0, comparedWith: first });
  const board = { category: "plays", period: "all-time", asker: { producerId: "p1", seesAll: false } } as const;
  expect(await readBoard(context, { ...board, limit: 1, refreshMinutes: 30 })).toMatchObject({ comparedWith: first });
});
