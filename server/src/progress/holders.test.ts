import { afterEach, beforeEach, expect, test } from "vitest";
import { removeDemo } from "../demo/index.ts";
import { refreshLeaderboards } from "../leaderboards/index.ts";
import {
  artist,
  checkLedger,
  createTestContext,
  profile,
  record,
  recordDemo,
  rowsOf,
  type TestContext,
} from "../testing/index.ts";
import { readAchievements } from "./read-achievements.ts";

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext();
});
afterEach(() => context.close());

const shareOf = async (slug: string, producer: { id: string; demo: boolean }) =>
  (await readAchievements(context.db, producer)).find((one) => one.slug === slug)!.holdersShare;
const REAL = { id: "p1", demo: false };

test("holders are counted as they unlock, by an event or a refresh, once", async () => {
  await record(context, ...["p1", "p2", "p3", "p4"].map((id) => artist(id)));
  expect(await shareOf("oracle", REAL)).toBe(0);
  await record(context, profile("p1", { bio: "Beats." }));
  expect(await shareOf("oracle", REAL)).toBe(0.25);
  await record(context, profile("p1", { bio: "More beats." }), profile("p2", { bio: "Beats." }));
  await refreshLeaderboards(context, { announces: false });
  await refreshLeaderboards(context, { announces: false });
  expect(await shareOf("oracle", REAL)).toBe(0.5);
  expect(await checkLedger(context)).toEqual([]);
});

test("demo people and real ones are counted apart, until the demo is removed", async () => {
  await record(context, artist("p1"), artist("p2"));
  const answer = await recordDemo(
    context,
    artist("demo", {}, { source: "demo" }),
    profile("demo", { bio: "Beats." }, { source: "demo" }),
  );
  expect(answer).toMatchObject({ accepted: 2, rejected: [] });
  await refreshLeaderboards(context, { announces: false });
  expect(await shareOf("oracle", REAL)).toBe(0);
  expect(await shareOf("oracle", { id: "demo", demo: true })).toBe(1);
  await removeDemo(context);
  expect(await rowsOf(context.db, "SELECT * FROM achievement_holders WHERE demo")).toEqual([]);
  expect(await checkLedger(context)).toEqual([]);
});
