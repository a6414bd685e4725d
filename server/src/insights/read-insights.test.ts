import { Insights } from "@beatpass/shared/contracts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { applyOpenings } from "../catalog/apply-openings.ts";
import { artist, createTestContext, fold, play, record, type TestContext, track } from "../testing/index.ts";
import { readInsights } from "./read-insights.ts";

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext({ now: "2026-11-23T12:00:00Z" });
  await record(context, artist("1", { producerId: "p" }));
  await record(context, track("t", ["1"], {}, { time: "2026-01-01T00:00:00Z" }));
});
afterEach(() => context.close());

async function read(query: { from?: string; to?: string }) {
  await fold(context);
  return Insights.parse(
    await readInsights(context, { producerId: "p", seesAll: false }, { kind: "track", id: "t" }, query),
  );
}

const playOn = (...days: string[]) =>
  record(context, ...days.map((day) => play("t", {}, { time: `${day}T10:00:00Z` })));

test.each([
  [{}, { from: "2026-01-01", to: "2026-11-23" }],
  [{ from: "2026-11-20" }, { from: "2026-11-20", to: "2026-11-23" }],
  [{ to: "2024-02-29" }, { from: "2024-01-01", to: "2024-02-29" }],
  [
    { from: "1900-01-01", to: "1900-01-10" },
    { from: "1900-01-01", to: "1900-01-10" },
  ],
])("the range of %j is %j", async (query, range) => {
  expect((await read(query)).range).toEqual(range);
});

describe("where daily figures begin with an opening balance", () => {
  /** The four days before are October 28 to 31. */
  const range = { from: "2026-11-01", to: "2026-11-04" };
  beforeEach(() => playOn("2026-10-30", "2026-11-01", "2026-11-04", "2026-11-04"));

  const open = (at: string) =>
    context.write((tx) => applyOpenings(tx, [{ trackId: "t", plays: 5000, at: Date.parse(at) }]));

  test("days before it are not known: they are null in the period before, whose sum is absent as growth is", async () => {
    await open("2026-10-30T08:00:00Z");
    const { plays } = await read(range);
    expect(plays.previousSeries.map((bar) => bar.plays)).toEqual([null, null, null, 0]);
    expect(plays).not.toHaveProperty("previous");
    expect(plays).not.toHaveProperty("growthRate");
    expect(plays).toMatchObject({ total: 3, trend: 1 });
  });

  test("a period before that is known whole is a number, 0 too", async () => {
    await open("2026-10-27T08:00:00Z");
    const { plays } = await read(range);
    expect(plays).toMatchObject({ previous: 1, growthRate: 2 });
    expect(plays.previousSeries.map((bar) => bar.plays)).toEqual([0, 0, 1, 0]);
    const later = await read({ from: "2026-11-02", to: "2026-11-02" });
    expect(later.plays).toMatchObject({ previous: 1, growthRate: -1 });
    expect((await read({ from: "2026-11-03", to: "2026-11-03" })).plays.previous).toBe(0);
  });

  test("the day of it is known in part alone: a range from there on has no trend", async () => {
    await open("2026-11-01T08:00:00Z");
    expect((await read(range)).plays).not.toHaveProperty("trend");
  });
});
