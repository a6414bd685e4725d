import type { Engagement, Insights, Locale } from "@beatpass/shared/contracts";
import { COMPLETION_BANDS, MS_PER_DAY, QUALITY_WEIGHTS } from "@beatpass/shared/metrics";
import { formatChange, formatDecimal, formatDuration, formatExact } from "../format/index.ts";

/** Growth against the period before, with its numbers. Nothing where there is no growth to tell. */
export function growthArithmetic({ plays: { total, previous, growthRate } }: Insights, locale: Locale): string[] {
  if (growthRate === undefined || previous === undefined) return [];
  const [now, before] = [formatExact(total, locale), formatExact(previous, locale)];
  return [`(${now} − ${before}) ÷ ${before} = ${formatChange(growthRate, locale)}`];
}

/** Plays ÷ days of the range. */
export function averageArithmetic({ plays, range }: Insights, locale: Locale): string[] {
  const days = Math.round((Date.parse(range.to) - Date.parse(range.from)) / MS_PER_DAY) + 1;
  return [
    `${formatExact(plays.total, locale)} ÷ ${formatExact(days, locale)} = ${formatDecimal(plays.dailyAverage, locale)}`,
  ];
}

/** Listened time ÷ plays whose listen time is known; nothing without such plays. */
export function listenArithmetic({ plays, totalListenMs, averageListenMs }: Engagement, locale: Locale): string[] {
  if (averageListenMs === undefined) return [];
  const [total, mean] = [formatDuration(totalListenMs, locale), formatDuration(averageListenMs, locale)];
  return [`${total} ÷ ${formatExact(plays, locale)} = ${mean}`];
}

/** The weighted sum of the completion bands ÷ plays (spec §5); nothing without a score. */
export function qualityArithmetic({ plays, breakdown, qualityScore }: Engagement, locale: Locale): string[] {
  if (qualityScore === undefined) return [];
  const terms = COMPLETION_BANDS.map((band) => `${QUALITY_WEIGHTS[band]} × ${formatExact(breakdown[band], locale)}`);
  return [`(${terms.join(" + ")}) ÷ ${formatExact(plays, locale)} = ${formatDecimal(qualityScore, locale)}`];
}
