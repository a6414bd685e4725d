import type { Engagement } from "@beatpass/shared/contracts";
import {
  COMPLETION_BANDS,
  type CompletionBreakdown,
  completionLevel,
  type DayRange,
  daysIn,
  engagementBadge,
  engagementMessage,
  isoDate,
  qualityRating,
  qualityScore,
} from "@beatpass/shared/metrics";
import type { DaySums } from "./day-sums.ts";

/**
 * Engagement of one track, its series a bar for every day of the range (spec §5; contract: empty bars are included).
 * Without a play with engagement, counts and totals are 0 and averages, rates, score, rating, badge and level are absent
 * (spec §12.6).
 */
export function engagementSection(days: readonly DaySums[], range: DayRange, durationMs: number | null): Engagement {
  const byDay = new Map(days.map((day) => [day.day, day]));
  const plays = total(days, "engaged");
  const listenedMs = total(days, "listenedMs");
  const breakdown = Object.fromEntries(
    COMPLETION_BANDS.map((band) => [band, days.reduce((sum, day) => sum + day.breakdown[band], 0)]),
  ) as CompletionBreakdown;
  return {
    plays,
    totalListenMs: listenedMs,
    completedListens: breakdown.completed,
    breakdown,
    ...(plays > 0 && durationMs !== null && rates(plays, listenedMs, total(days, "cappedMs"), breakdown, durationMs)),
    series: Array.from({ length: daysIn(range) }, (_, index) => {
      const date = isoDate(range.from + index);
      const day = byDay.get(range.from + index);
      if (!day || day.engaged === 0 || durationMs === null) return { date, plays: day?.engaged ?? 0 };
      const { engaged, listenedMs, cappedMs } = day;
      return {
        date,
        plays: engaged,
        averageListenMs: listenedMs / engaged,
        completionRate: cappedMs / (engaged * durationMs),
      };
    }),
  };
}

function rates(
  plays: number,
  listenedMs: number,
  cappedMs: number,
  breakdown: CompletionBreakdown,
  durationMs: number,
) {
  const averageListenMs = listenedMs / plays;
  const completionRate = cappedMs / (plays * durationMs);
  const score = qualityScore(breakdown)!;
  return {
    averageListenMs,
    completionRate,
    qualityScore: score,
    rating: qualityRating(score),
    badge: engagementBadge(completionRate, listenedMs / (plays * durationMs)),
    level: completionLevel(completionRate),
    message: engagementMessage(completionRate, breakdown),
  };
}

const total = (days: readonly DaySums[], field: "engaged" | "listenedMs" | "cappedMs"): number =>
  days.reduce((sum, day) => sum + day[field], 0);
