/**
 * Plays against those of the equally long range before, as a ratio: 0.12 = +12 % (spec §5).
 * Undefined without a previous play: absent, not 0 or infinite.
 */
export function growthRate(plays: number, previous: number): number | undefined {
  return previous === 0 ? undefined : (plays - previous) / previous;
}

/** Second half against the first half of a series of days, the first half having floor(n / 2) of them (spec §5). */
export function trend(playsByDay: readonly number[]): number | undefined {
  const middle = Math.floor(playsByDay.length / 2);
  const sum = (days: readonly number[]) => days.reduce((total, plays) => total + plays, 0);
  return growthRate(sum(playsByDay.slice(middle)), sum(playsByDay.slice(0, middle)));
}

export const GROWTH_STATUSES = ["exceptional", "strong", "steady", "slight-decline", "needs-attention"] as const;
export type GrowthStatus = (typeof GROWTH_STATUSES)[number];

/** Growth status of a track in the catalog table (spec §7). @param rate ratio, 0.15 = 15 % */
export function growthStatus(rate: number): GrowthStatus {
  if (rate > 0.15) return "exceptional";
  if (rate >= 0.05) return "strong";
  if (rate >= 0) return "steady";
  return rate >= -0.05 ? "slight-decline" : "needs-attention";
}
