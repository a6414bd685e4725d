import { MS_PER_DAY } from "@beatpass/shared/metrics";

/** A longer interval says nothing about the day of a play (our reading): such days announce nothing. */
export const LONGEST_KNOWN_MS = MS_PER_DAY;

/** A play of a track by its place in BeatPass's count: the same place is the same play, however often it is read. */
export type CountedPlay = { trackId: string; eventId: string; at: number };

/**
 * The plays by which a track's total grew between two readings, spread evenly over the interval (spec §9). Its end
 * belongs to it, its start does not.
 */
export function spreadPlays(
  trackId: string,
  { from, to }: { from: number; to: number },
  interval: { start: number; end: number },
): CountedPlay[] {
  const plays = to - from;
  const length = Math.max(0, interval.end - interval.start);
  return Array.from({ length: plays }, (_, index) => ({
    trackId,
    eventId: `play/${trackId}/${from + index + 1}`,
    at: interval.end - length + Math.ceil((length * (index + 0.5)) / plays),
  }));
}
