import { MS_PER_DAY } from "../metrics/days.ts";

/** Contribution value of a track: time decay × popularity boost (spec §6). */
const HALF_LIFE_DAYS = 182.5;
const BOOST_CAP = 3;
const BOOST_POINTS: readonly (readonly [plays: number, boost: number])[] = [
  [0, 1.0],
  [10, 1.67],
  [100, 1.91],
  [1_000, 2.25],
  [10_000, 2.5],
  [100_000, 2.67],
];
/** log10(plays + 1) at each point. */
const BOOST_STARTS = BOOST_POINTS.map(([plays]) => Math.log10(plays + 1));

/** Halves every 182.5 days. @param ageDays elapsed time / 24 h, with its fraction */
export const timeDecay = (ageDays: number): number => 0.5 ** (ageDays / HALF_LIFE_DAYS);

/** Linear in log10(plays + 1) between the points; the last slope goes on up to the cap. */
export function popularityBoost(plays: number): number {
  const last = BOOST_POINTS.length - 2;
  const above = BOOST_POINTS.findIndex(([from]) => plays < from);
  const segment = above === -1 ? last : above - 1;
  const [, low] = BOOST_POINTS[segment]!;
  const [, high] = BOOST_POINTS[segment + 1]!;
  const start = BOOST_STARTS[segment]!;
  const way = (Math.log10(plays + 1) - start) / (BOOST_STARTS[segment + 1]! - start);
  return Math.min(low + (high - low) * way, BOOST_CAP);
}

export type ContributingTrack = { publishedAt: number; exclusiveOnly: boolean };

/**
 * What a track contributes with these plays at an instant, before the split among its credited artists.
 * @param at ms; a track published after it has no age yet
 */
export function contributionValue(track: ContributingTrack, plays: number, at: number): number {
  if (track.exclusiveOnly) return 0;
  return timeDecay(Math.max(0, at - track.publishedAt) / MS_PER_DAY) * popularityBoost(plays);
}
