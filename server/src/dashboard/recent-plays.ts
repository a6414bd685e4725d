import { dayOf, growthRate, growthStatus, startOfDay } from "@beatpass/shared/metrics";
import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";

const DAYS = 30;

/** Plays of the last 30 UTC days, one by one with today last, and the sum of the 30 before (spec §5 "dashboard growth"). */
export type RecentPlays = {
  series: number[];
  previous: number;
  /** Whether all of these days are known: not where daily figures begin within them. */
  isWhole: boolean;
};

/** For a track that `readRecentPlays` leaves out. */
export const noPlays = (): RecentPlays => ({ series: Array<number>(DAYS).fill(0), previous: 0, isWhole: true });

/** Per track that has any, or of which not all of these days are known, from the roll-ups. @param trackKeys `(1, 2)` or a subquery */
export async function readRecentPlays(db: Reader, trackKeys: SQL, now: number): Promise<Map<number, RecentPlays>> {
  const today = dayOf(now);
  const first = today - DAYS + 1;
  // One row a track: a row a day takes ten times as long to come out of the database.
  const rows = await db.all<{ track_key: number; days: string | null; previous: number; whole: number }>(sql`
    SELECT t.key AS track_key, coalesce(t.opening_at, 0) < ${startOfDay(first - DAYS)} AS whole,
      group_concat((d.day - ${first}) || ' ' || d.plays) FILTER (WHERE d.day >= ${first}) AS days,
      coalesce(sum(d.plays) FILTER (WHERE d.day < ${first}), 0) AS previous
    FROM tracks t LEFT JOIN track_days d ON d.track_key = t.key AND d.day BETWEEN ${first - DAYS} AND ${today}
    WHERE t.key IN ${trackKeys} GROUP BY t.key HAVING count(d.day) > 0 OR NOT whole`);
  return new Map(
    rows.map(({ track_key, days, previous, whole }) => [
      track_key,
      { series: readSeries(days), previous, isWhole: whole === 1 },
    ]),
  );
}

/** @param days "0 12,29 3": place among the days, plays; null without any */
function readSeries(days: string | null): number[] {
  const { series } = noPlays();
  for (const pair of days?.split(",") ?? []) {
    const [place, plays] = pair.split(" ").map(Number);
    series[place!] = plays!;
  }
  return series;
}

/** Several tracks as one. */
export const sumRecentPlays = (all: readonly RecentPlays[]): RecentPlays => ({
  series: noPlays().series.map((_, index) => all.reduce((sum, { series }) => sum + series[index]!, 0)),
  previous: all.reduce((sum, { previous }) => sum + previous, 0),
  isWhole: all.every(({ isWhole }) => isWhole),
});

/** The fields that a row of the catalog tells of it; the days before are absent where not known, and growth without a play in them, too. */
export function recentFigures({ series, previous, isWhole }: RecentPlays) {
  const plays30d = series.reduce((sum, plays) => sum + plays, 0);
  const rate = isWhole ? growthRate(plays30d, previous) : undefined;
  return {
    plays30d,
    ...(isWhole && { previousPlays30d: previous }),
    ...(rate !== undefined && { growthRate: rate, growthStatus: growthStatus(rate) }),
    series30d: series,
  };
}
