import type { Insights } from "@beatpass/shared/contracts";
import {
  barStart,
  barsOf,
  type DayRange,
  daysIn,
  growthRate,
  isoDate,
  previousRange,
  trend,
} from "@beatpass/shared/metrics";
import type { DaySums } from "./day-sums.ts";

/**
 * Plays over time with growth, trend and peak day (spec §5).
 * @param days those of the range and of the one before
 * @param knownFrom the day from which daily figures are known; what lies before it is no zero to compare with
 */
export function playsSection(days: readonly DaySums[], range: DayRange, knownFrom?: number): Insights["plays"] {
  const before = previousRange(range);
  const current = days.filter(({ day }) => day >= range.from && day <= range.to);
  const total = sum(current);
  const byDay = new Map(current.map(({ day, plays }) => [day, plays]));
  const everyDay = Array.from({ length: daysIn(range) }, (_, index) => byDay.get(range.from + index) ?? 0);
  // The day itself is known in part alone.
  const isKnownFrom = (day: number): boolean => knownFrom === undefined || knownFrom < day;
  const previous = isKnownFrom(before.from)
    ? sum(days.filter(({ day }) => day >= before.from && day <= before.to))
    : undefined;
  const growth = previous === undefined ? undefined : growthRate(total, previous);
  const change = isKnownFrom(range.from) ? trend(everyDay) : undefined;
  const peak = current.reduce<DaySums | undefined>(
    (best, day) => (!best || day.plays > best.plays ? day : best),
    undefined,
  );
  const series = bars(days, range).map(({ start, plays }) => ({ date: isoDate(start), plays }));
  return {
    total,
    ...(previous !== undefined && { previous }),
    ...(growth !== undefined && { growthRate: growth }),
    ...(change !== undefined && { trend: change }),
    ...(peak && { peakDay: { date: isoDate(peak.day), plays: peak.plays } }),
    dailyAverage: total / daysIn(range),
    dataPoints: series.length,
    bar: barsOf(range).size,
    series,
    previousSeries: bars(days, before).map(({ start, plays }) => ({
      date: isoDate(start),
      plays: isKnownFrom(start) ? plays : null,
    })),
  };
}

const sum = (days: readonly DaySums[]): number => days.reduce((total, { plays }) => total + plays, 0);

function bars(days: readonly DaySums[], range: DayRange): { start: number; plays: number }[] {
  const { size, starts } = barsOf(range);
  const plays = new Map(starts.map((start) => [start, 0]));
  for (const { day, plays: count } of days) {
    if (day < range.from || day > range.to) continue;
    const start = Math.max(barStart(day, size), range.from);
    plays.set(start, plays.get(start)! + count);
  }
  return starts.map((start) => ({ start, plays: plays.get(start)! }));
}
