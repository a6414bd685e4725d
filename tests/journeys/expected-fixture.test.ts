import { fileURLToPath } from "node:url";
import { importFiles } from "@beatpass/server/csv-import/index.ts";
import { overview } from "@beatpass/server/dashboard/overview.ts";
import { readInsights } from "@beatpass/server/insights/read-insights.ts";
import { readBoard } from "@beatpass/server/leaderboards/read-board.ts";
import {
  artist,
  checkLedger,
  createTestContext,
  fold,
  play,
  plays,
  record,
  rowsOf,
  stateOf,
  type TestContext,
  xpOf,
} from "@beatpass/server/testing/index.ts";
import type { Category } from "@beatpass/shared/rules";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/**
 * A small made-up history, 12 artists, 30 tracks, 400 plays, whose figures can be worked out with pencil and paper.
 * The clock stands at noon of 2026-11-23.
 */
const path = (file: string) => fileURLToPath(new URL(`../fixtures/small-history/${file}.csv`, import.meta.url));
const FILES = { artists: path("artists"), tracks: path("tracks"), plays: path("plays") };
const ADMIN = { seesAll: true };

let context: TestContext;
const rejected: unknown[] = [];
const importAll = () => importFiles(context, FILES, { vouch: false, onRejected: (row) => rejected.push(row) });
beforeAll(async () => {
  context = await createTestContext();
  await importAll();
});
afterAll(() => context.close());

const insights = (id: string, from = "2026-01-01", to = "2026-11-23") =>
  readInsights(context, ADMIN, { kind: "track", id }, { from, to });

test("every row goes in, and the state is what the ledger gives", async () => {
  expect(rejected).toEqual([]);
  expect(await rowsOf(context.db, "SELECT count(*) AS plays, sum(counted) AS counted FROM plays")).toEqual([
    // t06: its own artist listened 10 times.
    { plays: 400, counted: 390 },
  ]);
  expect(await checkLedger(context)).toEqual([]);
});

describe("engagement", () => {
  test("every band begins exactly at its bound: 10, 5, 3, 1, 1 of 20 give the score 77", async () => {
    // 200 s: 5 × 160 s (80 %), 5 × 260 s (capped), 5 × 120 s (60 %), 3 × 80 s (40 %), 40 s (20 %), 0 s.
    const { plays, engagement } = await insights("t01");
    expect(plays.total).toBe(20);
    expect(engagement).toMatchObject({
      plays: 20,
      breakdown: { completed: 10, mostly: 5, half: 3, partial: 1, skipped: 1 },
      completedListens: 10,
      totalListenMs: 2_980_000,
      averageListenMs: 149_000,
      qualityScore: 77,
      rating: "Excellent",
      badge: "Good",
      level: "Good",
      message: "engaged",
    });
    expect(engagement!.completionRate).toBeCloseTo(13.4 / 20, 12);
  });

  test("a track without a known duration has plays and no engagement: counts 0, rates absent", async () => {
    const { plays, engagement } = await insights("t02");
    expect(plays.total).toBe(15);
    const { series, ...sums } = engagement!;
    expect(sums).toEqual({
      plays: 0,
      totalListenMs: 0,
      completedListens: 0,
      breakdown: { completed: 0, mostly: 0, half: 0, partial: 0, skipped: 0 },
    });
    expect(series.every((day) => day.plays === 0 && day.averageListenMs === undefined)).toBe(true);
  });

  test("a play without a listened time stays out of engagement, on both sides of midnight", async () => {
    const { plays, engagement, range } = await insights("t03");
    expect(plays.total).toBe(25);
    expect(engagement).toMatchObject({
      plays: 20,
      completionRate: 1,
      qualityScore: 100,
      badge: "High",
      level: "Excellent",
    });
    const { series } = engagement!;
    expect(series.filter(({ date }) => date === "2026-10-15" || date === "2026-10-16")).toEqual([
      { date: "2026-10-15", plays: 0 },
      { date: "2026-10-16", plays: 20, averageListenMs: 180_000, completionRate: 1 },
    ]);
    expect(series.reduce((sum, day) => sum + day.plays, 0)).toBe(20);
    expect(series[0]!.date).toBe(range.from);
    expect(series.at(-1)!.date).toBe(range.to);
  });

  test("below 40 % with most of it skipped, listeners drop off early", async () => {
    expect((await insights("t06")).engagement).toMatchObject({
      plays: 30,
      completionRate: 0.1,
      breakdown: { skipped: 30 },
      qualityScore: 10,
      rating: "Poor",
      badge: "Low",
      level: "Poor",
      message: "drop-off",
    });
  });
});

describe("plays over time", () => {
  test("the last 30 days against the 30 before, with the peak day", async () => {
    const { plays } = await insights("t13", "2026-10-25");
    expect(plays).toMatchObject({
      total: 40,
      previous: 20,
      growthRate: 1,
      peakDay: { date: "2026-11-22", plays: 20 },
      bar: "day",
      dataPoints: 30,
    });
    expect(plays.dailyAverage).toBeCloseTo(40 / 30, 12);
    // Nothing in the first fifteen days.
    expect(plays).not.toHaveProperty("trend");
  });

  test("the second half against the first, without a play before the range", async () => {
    const { plays } = await insights("t13", "2026-10-20");
    expect(plays).toMatchObject({ total: 60, previous: 0, trend: 1 });
    expect(plays).not.toHaveProperty("growthRate");
  });
});

describe("who listens", () => {
  test("devices, platforms, countries and accounts by plays; ties by name; guests as one row at the end", async () => {
    const { devices, platforms, locations, listeners } = await insights("t07");
    const named = (list: readonly { name: string; plays: number }[]) => list.map(({ name, plays }) => [name, plays]);
    expect(named(platforms)).toEqual([
      ["Android", 10],
      ["iOS", 10],
      ["web", 4],
    ]);
    expect(named(devices)).toEqual([
      ["mobile", 18],
      ["desktop", 4],
      ["tablet", 2],
    ]);
    expect(named(locations)).toEqual([
      ["CA", 12],
      ["FR", 8],
    ]);
    expect(listeners.map(({ plays, listenerId }) => [plays, listenerId])).toEqual([
      [10, undefined],
      [10, undefined],
      [2, undefined],
      [2, undefined],
    ]);
    expect(listeners.at(-1)!.name).toBe("guests");
    expect(listeners.slice(0, 3).every(({ name }) => /^Listener [0-9A-F]{6}$/.test(name))).toBe(true);
  });
});

describe("XP", () => {
  test.each([
    ["a01", { upload: 300, collaboration: 25, play: 60 }],
    ["a02", { upload: 100, collaboration: 25, play: 25 }],
    ["a03", { upload: 100, play: 30 }],
    // 40 plays, 10 of them the artist's own.
    ["a05", { upload: 100, play: 30 }],
    // Not vouched for: completed by name, picture and bio.
    ["a06", { upload: 100, play: 24 }],
    // t11 is not public; t12 has all its metadata and no play.
    ["a07", { upload: 100, metadata: 50 }],
    ["a08", { upload: 1800, play: 160 }],
    // Two profiles of one account on one track.
    ["p09", { upload: 100, collaboration: 25, play: 12 }],
    // Claimed, and no picture.
    ["a12", {}],
  ])("%s: %o", async (id, xp) => {
    expect(await xpOf(context.db, id)).toEqual(xp);
  });
});

describe("boards", () => {
  const board = async (category: Category, period: string) => {
    const { rows, total } = await readBoard(context, {
      category,
      period,
      limit: 50,
      refreshMinutes: 30,
      asker: { seesAll: false },
    });
    expect(total).toBe(rows.length);
    return rows.map(({ rank, producerId, score }) => [rank, producerId, score]);
  };

  test("plays, all-time: ties share a rank, the older account first; without a play one is not ranked", async () => {
    expect(await board("plays", "all-time")).toEqual([
      [1, "a08", 160],
      [2, "a01", 60],
      [3, "a04", 30],
      [3, "a03", 30],
      [3, "a05", 30],
      [6, "a02", 25],
      [7, "a06", 24],
      [8, "a12", 16],
      [9, "p09", 12],
    ]);
  });

  test("plays, 7 days: from 7 × 24 hours before the refresh on, to the second", async () => {
    // a08: 20 + 10 + 5; five more came a second too early.
    expect(await board("plays", "7d")).toEqual([
      [1, "a08", 35],
      [2, "a04", 30],
      [2, "a03", 30],
      [2, "a05", 30],
    ]);
  });

  test("uploads: every public track that credits the producer", async () => {
    expect((await board("uploads", "all-time")).slice(0, 2)).toEqual([
      [1, "a08", 18],
      [2, "a01", 3],
    ]);
  });
});

test("the dashboard of a producer counts tracks, albums and plays", async () => {
  expect(await overview(context, "a01")).toMatchObject({ tracks: 3, albums: 1, plays: 60, followers: 0, downloads: 0 });
});

describe("what happens afterwards", () => {
  test("importing again changes nothing", async () => {
    const before = await stateOf(context.db);
    expect((await importAll()).map(({ accepted, duplicates }) => [accepted, duplicates])).toEqual([
      [0, 12],
      [0, 30],
      [0, 400],
    ]);
    expect(await stateOf(context.db)).toEqual(before);
  });

  test("bots and the artist itself change no figure", async () => {
    const before = await insights("t01");
    const bot = play("t01", { userAgent: "Mozilla/5.0 (compatible; bingbot/2.0)", listenedMs: 200_000 });
    await record(context, bot, play("t01", { listenerId: "a01", listenedMs: 200_000 }));
    await fold(context);
    expect(await insights("t01")).toEqual(before);
    expect(await xpOf(context.db, "a01")).toMatchObject({ play: 60 });
  });

  test("a late claim pays the upload once and none of the 20 plays before it", async () => {
    const claim = () => artist("a11", { name: "Unclaimed Hollow" }, { time: "2026-11-23T12:00:30Z" });
    await record(context, claim());
    expect(await xpOf(context.db, "a11")).toEqual({ upload: 100 });
    await record(context, claim(), ...plays("t09", 3));
    expect(await xpOf(context.db, "a11")).toEqual({ upload: 100, play: 3 });
    expect(await checkLedger(context)).toEqual([]);
  });
});
