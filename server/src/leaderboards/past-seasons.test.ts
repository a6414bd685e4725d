import { CATEGORIES, type Category } from "@beatpass/shared/rules";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  artist,
  community,
  createTestContext,
  link,
  play,
  record,
  recordDemo,
  removal,
  rowsOf,
  type TestContext,
  track,
} from "../testing/index.ts";
import { readBoard } from "./read-board.ts";
import { refreshLeaderboards } from "./refresh.ts";

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext();
  await record(
    context,
    artist("p1"),
    artist("p2"),
    track("t1", ["p1"], {}, { time: "2024-08-01T00:00:00Z" }),
    track("t2", ["p2"], {}, { time: "2025-02-01T00:00:00Z" }),
    ...playsAt("t1", 5, "2025-03-03T12:00:00Z"),
  );
});
afterEach(() => context.close());

const playsAt = (trackId: string, count: number, time: string) =>
  Array.from({ length: count }, () => play(trackId, {}, { time }));

async function refreshAt(instant: string): Promise<void> {
  context.clock.set(instant);
  await refreshLeaderboards(context, { announces: false });
}

const board = (category: Category, period: string, change: Partial<Parameters<typeof readBoard>[1]> = {}) =>
  readBoard(context, {
    category,
    period,
    limit: 50,
    refreshMinutes: 30,
    asker: { producerId: undefined, seesAll: false },
    ...change,
  });

test("a refresh ranks every season that anything is known of", async () => {
  await refreshAt("2026-11-23T12:00:00Z");
  const plays = await board("plays", "2025-H1");
  expect(plays).toMatchObject({ total: 1, rows: [{ producerId: "p1", rank: 1, score: 5 }] });
  expect(plays.refreshedAt).toBe("2026-11-23T12:00:00.000Z");
  expect(plays).not.toHaveProperty("nextRefreshAt");
  expect(await board("uploads", "2024-H2")).toMatchObject({ total: 1, rows: [{ producerId: "p1" }] });
  expect(plays.pastSeasons).toEqual(["2025-H2", "2025-H1", "2024-H2"]);
  expect(await board("plays", "2026-H1")).toMatchObject({ total: 0, nextRefreshAt: "2026-11-23T12:30:00.000Z" });
});

test("a season of which nothing is known was never ranked", async () => {
  await refreshAt("2026-11-23T12:00:00Z");
  for (const period of ["2024-H1", "2031-H2"]) {
    const { total, rows, ...rest } = await board("plays", period);
    expect({ total, rows }).toEqual({ total: 0, rows: [] });
    expect(rest).not.toHaveProperty("refreshedAt");
  }
});

test("a community's board of a season that was never ranked is empty, overall too", async () => {
  const club = await community(context, "club", { members: "linked" });
  for (const id of ["p1", "p2"]) await link(context, club, id);
  await refreshAt("2026-11-23T12:00:00Z");
  const among = { community: club, asker: { producerId: "p1", seesAll: false } };
  expect(await board("overall", "2025-H1", among)).toMatchObject({ total: 2, me: { rank: 1 } });
  for (const period of ["2024-H1", "2031-H2"]) {
    const answer = await board("overall", period, among);
    expect(answer).toMatchObject({ total: 0, rows: [] });
    expect(answer).not.toHaveProperty("me");
  }
});

test("each world has seasons of its own, whoever looks at them", async () => {
  const early = { time: "2022-03-01T00:00:00Z" };
  const demo = [artist("d1"), track("dt1", ["d1"], {}, early), play("dt1", {}, early)];
  await recordDemo(context, ...demo.map((event) => ({ ...event, source: "demo" })));
  const stage = await community(context, "stage", { demo: true });
  await refreshAt("2026-11-23T12:00:00Z");
  expect((await board("plays", "all-time")).pastSeasons!.at(-1)).toBe("2024-H2");
  const ofDemo = await board("plays", "2022-H1", { community: stage, asker: { producerId: undefined, seesAll: true } });
  expect(ofDemo).toMatchObject({ total: 1, refreshedAt: "2026-11-23T12:00:00.000Z" });
  expect(ofDemo.pastSeasons!.at(-1)).toBe("2022-H1");
});

test("a season of which nothing is known any more is empty again, and offered no more", async () => {
  await record(context, track("t3", ["p1"], {}, { time: "2021-08-01T00:00:00Z" }));
  await refreshAt("2026-11-23T12:00:00Z");
  expect(await board("uploads", "2021-H2")).toMatchObject({ total: 1 });
  await record(context, removal("t3"));
  await refreshAt("2026-11-23T12:30:00Z");
  const answer = await board("uploads", "2021-H2");
  expect(answer).toMatchObject({ total: 0, pastSeasons: ["2025-H2", "2025-H1", "2024-H2"] });
  expect(answer).not.toHaveProperty("refreshedAt");
  for (const category of CATEGORIES.filter((category) => category !== "points"))
    expect(await board(category, "2021-H2")).toMatchObject({ total: 0, rows: [] });
});

test("points of a past season are those of all time (spec §6)", async () => {
  await refreshAt("2026-11-23T12:00:00Z");
  const before = await board("points", "2025-H1");
  expect(before.rows.length).toBe(2);
  await record(context, ...playsAt("t2", 50, "2026-11-22T12:00:00Z"));
  await refreshAt("2026-11-23T12:30:00Z");
  const allTime = await board("points", "all-time");
  expect(allTime.rows).not.toEqual(before.rows);
  expect(await board("points", "2025-H1")).toEqual({ ...allTime, period: "2025-H1" });
});

test("late plays of a past season count from the next refresh on", async () => {
  await refreshAt("2026-11-23T12:00:00Z");
  await record(context, ...playsAt("t2", 7, "2025-04-01T00:00:00Z"));
  await refreshAt("2026-11-23T12:30:00Z");
  const { rows, refreshedAt } = await board("plays", "2025-H1");
  expect(rows.map(({ producerId, score }) => [producerId, score])).toEqual([
    ["p2", 7],
    ["p1", 5],
  ]);
  expect(refreshedAt).toBe("2026-11-23T12:30:00.000Z");
});

test("past seasons are ranked anew in turn, one at a refresh", async () => {
  const rankedBy = () =>
    rowsOf(context.db, "SELECT period, refresh_id FROM past_seasons WHERE NOT demo ORDER BY period");
  await refreshAt("2026-11-23T12:00:00Z");
  const periods = (await rankedBy()).map(({ period }) => period);
  expect(periods).toEqual(["2024-H2", "2025-H1", "2025-H2"]);
  for (const minute of [10, 20, 30]) await refreshAt(`2026-11-23T12:${minute}:00Z`);
  expect((await rankedBy()).map(({ refresh_id }) => refresh_id).sort()).toEqual([2, 3, 4]);
  // So they are while another one changes all the time.
  for (const minute of [40, 50]) {
    await record(context, ...playsAt("t2", 1, "2025-08-01T00:00:00Z"));
    await refreshAt(`2026-11-23T12:${minute}:00Z`);
  }
  const rows = await rankedBy();
  expect(rows.find(({ period }) => period === "2025-H2")!.refresh_id).toBe(6);
  expect(rows.map(({ refresh_id }) => refresh_id).sort()).toEqual([4, 6, 6]);
});
