/** A day with fewer plays is never a spike (spec §5). */
export const SPIKE_LEAST_PLAYS = 20;
/** Days before it that a day is compared with. */
export const SPIKE_DAYS = 28;
/** Days of its own that a track needs before its days can be compared: our reading, as the rule names none. */
export const SPIKE_LEAST_DAYS = 14;
const SPIKE_SCORE = 3.5;
/** Makes a median absolute deviation comparable with a standard deviation. */
const MAD_SCALE = 1.4826;

/**
 * Whether a day stands out of the track's own days before it (spec §5 "spike"): at least 20 plays, and a robust
 * z-score (x − median) / max(1.4826 × MAD, √median, 1) of at least 3.5. Days before the track was published are no
 * days of it; with fewer than 14 left nothing can be said.
 * @param before plays of the up to 28 full days before, days without a play as 0
 * @returns the median, "usual"; undefined where the day is no spike
 */
export function spikeOver(plays: number, before: readonly number[]): { usual: number } | undefined {
  if (plays < SPIKE_LEAST_PLAYS || before.length < SPIKE_LEAST_DAYS) return undefined;
  const usual = median(before);
  const deviation = median(before.map((day) => Math.abs(day - usual)));
  const score = (plays - usual) / Math.max(MAD_SCALE * deviation, Math.sqrt(usual), 1);
  return score >= SPIKE_SCORE ? { usual } : undefined;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
