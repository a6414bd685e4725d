import { importFiles } from "@beatpass/server/csv-import/index.ts";
import { listTracks } from "@beatpass/server/dashboard/list-tracks.ts";
import { idList } from "@beatpass/server/db/json-rows.ts";
import { readDays } from "@beatpass/server/insights/day-sums.ts";
import { engagementSection } from "@beatpass/server/insights/engagement-section.ts";
import { readInsights } from "@beatpass/server/insights/read-insights.ts";
import { readBoard } from "@beatpass/server/leaderboards/read-board.ts";
import { readProgress } from "@beatpass/server/progress/read-progress.ts";
import { checkLedger, createTestContext, rowsOf, stateOf, type TestContext } from "@beatpass/server/testing/index.ts";
import type { Engagement, Insights } from "@beatpass/shared/contracts";
import { achievementBySlug, CATEGORIES, compareIds, XP_SOURCES } from "@beatpass/shared/rules";

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dataPath, hasListeningHistory, type Row, readRows } from "./listening-history.ts";

const NOW = "2024-12-16T00:00:00.000Z";
const ALL_TIME = { from: "2013-07-08", to: "2024-12-16" };
const PERIODS = ["all-time", "7d", "30d", "2024-H1", "2024-H2"];
const ADMIN = { seesAll: true };

describe.skipIf(!hasListeningHistory)("the server after importing 149,860 real plays, every artist vouched for", () => {
  const rejected: unknown[] = [];
  let context: TestContext;
  const importAll = () => {
    const files = { artists: "plays/artists.csv", tracks: "plays/tracks.csv", plays: "plays/plays.csv.gz" };
    const [artists, tracks, plays] = Object.values(files).map(dataPath);
    return importFiles(context, { artists, tracks, plays }, { vouch: true, onRejected: (row) => rejected.push(row) });
  };

  beforeAll(async () => {
    context = await createTestContext({ now: NOW });
    await importAll();
  });
  afterAll(() => context.close());

  test("took every row and announced nothing", async () => {
    expect(rejected).toEqual([]);
    const [counts] = await rowsOf(
      context.db,
      `SELECT (SELECT count(*) FROM artists) AS artists, (SELECT count(*) FROM tracks) AS tracks,
        (SELECT count(*) FROM plays WHERE counted) AS plays, (SELECT count(*) FROM announcements) AS announcements`,
    );
    expect(counts).toEqual({ artists: 4488, tracks: 15_438, plays: 149_860, announcements: 0 });
  });

  /** Of which the series would be: the sums are of all days. */
  const ONE_DAY = { from: 0, to: 0 };

  test("tracks.csv: plays and engagement of every track over all time", async () => {
    const tracks = await rowsOf(context.db, "SELECT key, id, duration_ms FROM tracks ORDER BY id");
    const rows: Row[] = [];
    for (const { key, id, duration_ms } of tracks) {
      const days = await readDays(context.db, idList([Number(key)]), { from: 0, to: 100_000 });
      const plays = days.reduce((sum, day) => sum + day.plays, 0);
      rows.push({
        track_id: `${id}`,
        ...engagementColumns(plays, engagementSection(days, ONE_DAY, duration_ms as number | null)),
      });
    }
    expectColumns(rows, readRows("expected/tracks.csv"));
  });

  test("tracks.csv: the insights page of every fiftieth track says the same", async () => {
    const expected = readRows("expected/tracks.csv").filter((_, index) => index % 50 === 0);
    const rows: Row[] = [];
    for (const { track_id: id } of expected) {
      const { plays, engagement } = await readInsights(context, ADMIN, { kind: "track", id: id! }, ALL_TIME);
      rows.push({ track_id: id!, ...engagementColumns(plays.total, engagement!) });
    }
    expectColumns(rows, expected);
  });

  test("tracks.csv: filled metadata fields, as the catalogue page of each producer lists them", async () => {
    const filled = new Map<string, string>();
    for (const { producer_id } of readRows("expected/producers.csv")) {
      const { tracks } = await listTracks(context, producer_id!);
      for (const { id, metadataFilled } of tracks) filled.set(id, `${metadataFilled}`);
    }
    const expected = readRows("expected/tracks.csv").map((row) => [row.track_id!, row.metadata_fields!] as const);
    expect(filled).toEqual(new Map(expected));
  });

  test("track_range.csv: a year of the 200 most played tracks, with growth, trend and peak day", async () => {
    const expected = readRows("expected/track_range.csv");
    const rows: Row[] = [];
    for (const { track_id: id, range_start: from, range_end: to } of expected) {
      const insights = await readInsights(context, ADMIN, { kind: "track", id: id! }, { from: from!, to: to! });
      rows.push({
        track_id: id!,
        ...engagementColumns(insights.plays.total, insights.engagement!),
        ...rangeColumns(insights),
      });
    }
    expectColumns(rows, expected);
  });

  test("artists_insights.csv: plays, platforms, devices and most played tracks of the 100 most played artists", async () => {
    const expected = readRows("expected/artists_insights.csv");
    const rows: Row[] = [];
    const named = (list: readonly { name: string; plays: number }[]) =>
      list.map(({ name, plays }) => `${name}:${plays}`);
    for (const { artist_id: id } of expected) {
      const insights = await readInsights(context, ADMIN, { kind: "artist", id: id! }, ALL_TIME);
      expect(insights).not.toHaveProperty("engagement");
      rows.push({
        artist_id: id!,
        plays: `${insights.plays.total}`,
        top_platforms: named(insights.platforms).slice(0, 4).join("|"),
        top_devices: named(insights.devices).join("|"),
        top_locations: named(insights.locations).join("|"),
        most_played_tracks: insights.tracks!.map((track) => `${track.id}:${track.plays}`).join("|"),
      });
    }
    expect(rows).toEqual(expected);
  });

  test("producers.csv: XP by source and level of every producer", async () => {
    const sums = await rowsOf(
      context.db,
      `SELECT p.id, p.xp, p.level, s.source, sum(s.xp) AS part FROM producers p LEFT JOIN xp_paid s ON s.producer_id = p.id
        GROUP BY p.id, s.source`,
    );
    const rows = [...Map.groupBy(sums, ({ id }) => `${id}`)].map(([id, parts]): Row => {
      const xp = (source: string) => `${parts.find((part) => part.source === source)?.part ?? 0}`;
      return {
        producer_id: id,
        ...Object.fromEntries(XP_SOURCES.map((source) => [`${source}_xp`, xp(source)])),
        total_xp: `${parts[0]!.xp}`,
        level: `${parts[0]!.level}`,
      };
    });
    expectColumns(
      rows.sort((a, b) => compareIds(a.producer_id!, b.producer_id!)),
      readRows("expected/producers.csv"),
    );
  });

  test("producers.csv: the progress page of every hundredth producer says the same, with title and progress", async () => {
    const expected = readRows("expected/producers.csv").filter((_, index) => index % 100 === 0);
    const rows: Row[] = [];
    for (const { producer_id: id } of expected) {
      const { sources, xp, level, title, progress, xpToNext } = await readProgress(context, id!);
      rows.push({
        producer_id: id!,
        ...Object.fromEntries(sources.map((one) => [`${one.source}_xp`, `${one.xp}`])),
        total_xp: `${xp}`,
        level: `${level}`,
        title,
        progress_pct: decimals(100 * progress),
        xp_to_next: `${xpToNext}`,
      });
    }
    expectColumns(rows, expected);
  });

  test("achievements.csv: who holds what, each with its XP", async () => {
    const held = await rowsOf(
      context.db,
      "SELECT producer_id, subject, xp FROM xp_entries WHERE reason = 'achievement'",
    );
    const rows = held.map((row) => `${row.producer_id},${achievementBySlug(String(row.subject))!.name},${row.xp}`);
    const expected = readRows("expected/achievements.csv").map((row) => Object.values(row).join(","));
    expect(expected.length).toBeGreaterThan(0);
    expect(rows.sort()).toEqual(expected.sort());
  });

  test.each(CATEGORIES.flatMap((category) => PERIODS.map((period) => ({ category, period }))))(
    "leaderboards.csv: $category, $period",
    async ({ category, period }) => {
      const limit = period === "all-time" ? 10_000 : 100;
      const board = await readBoard(context, {
        category,
        period,
        limit,
        refreshMinutes: 30,
        asker: { seesAll: false },
      });
      const rows = board.rows.map(({ rank, producerId, score, tier, detail }) => ({
        rank: `${rank}`,
        producer_id: producerId,
        score: decimals(score),
        tiebreak: decimals(detail.tiebreak),
        tier: tier.toLowerCase(),
      }));
      const expected = readRows("expected/leaderboards.csv").filter(
        (row) => row.category === category && row.period === period,
      );
      expect(rows).toEqual(
        expected.map(({ rank, producer_id, score, tiebreak, tier }) => ({
          rank,
          producer_id,
          score: decimals(Number(score)),
          tiebreak: decimals(Number(tiebreak)),
          tier: tier!.toLowerCase(),
        })),
      );
    },
  );

  test("rebuild --check finds nothing, and importing everything again changes nothing", async () => {
    expect(await checkLedger(context)).toEqual([]);
    const before = await stateOf(context.db);
    const summaries = await importAll();
    expect(summaries.map(({ accepted, duplicates }) => [accepted, duplicates])).toEqual([
      [0, 4488],
      [0, 15_438],
      [0, 149_860],
    ]);
    expect(await stateOf(context.db)).toEqual(before);
  });
});

/** Six decimals, half away from zero (spec §12.7), as the files print what is not whole. */
const sixDecimals = new Intl.NumberFormat("en", {
  minimumFractionDigits: 6,
  maximumFractionDigits: 6,
  useGrouping: false,
});
const decimals = (value: number): string => sixDecimals.format(value);
const optional = (value: number | undefined): string => (value === undefined ? "" : decimals(value));

function engagementColumns(plays: number, { breakdown, completionRate, ...figures }: Engagement): Row {
  return {
    plays: `${plays}`,
    plays_with_engagement: `${figures.plays}`,
    ...Object.fromEntries(Object.entries(breakdown).map(([band, count]) => [band, `${count}`])),
    listened_ms_total: `${figures.totalListenMs}`,
    average_listen_ms: optional(figures.averageListenMs),
    completion_rate_pct: optional(completionRate && 100 * completionRate),
    completed_pct: figures.plays === 0 ? "" : decimals((100 * figures.completedListens) / figures.plays),
    quality_score: optional(figures.qualityScore),
    quality_rating: figures.rating ?? "",
    engagement_badge: figures.badge ?? "",
    completion_level: figures.level ?? "",
  };
}

function rangeColumns({ range, plays }: Insights): Row {
  return {
    range_start: range.from,
    range_end: range.to,
    previous_plays: `${plays.previous}`,
    growth_pct: optional(plays.growthRate && 100 * plays.growthRate),
    trend_pct: optional(plays.trend && 100 * plays.trend),
    peak_day: plays.peakDay?.date ?? "",
    peak_day_plays: `${plays.peakDay?.plays ?? ""}`,
    daily_average: decimals(plays.dailyAverage),
  };
}

/** Every row, in the order of the file; of its columns, those that the rows have. */
function expectColumns(rows: readonly Row[], expected: readonly Row[]): void {
  const columns = Object.keys(rows[0]!);
  expect(rows).toEqual(expected.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]]))));
}
