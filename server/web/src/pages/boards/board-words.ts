import type { Leaderboard } from "@beatpass/shared/contracts";

const MINUTE = 60_000;

/** Minutes until the next refresh, begun ones counted whole; 0 where it is due. */
export const minutesUntil = (instant: string, now: Date): number =>
  Math.max(0, Math.ceil((Date.parse(instant) - now.getTime()) / MINUTE));

/** How one moved since the refresh before: places gained, new there, or nothing to compare with. */
export type Movement = { places: number } | "new" | "unknown";

/** @param rows of the same page: whether any of them was ranked before */
export function movementOf(
  { rank, previousRank }: Leaderboard["rows"][number],
  rows: readonly Leaderboard["rows"][number][],
): Movement {
  if (previousRank !== undefined) return { places: previousRank - rank };
  // Before the first refresh there was no board: then nobody is new on it.
  return rows.some((row) => row.previousRank !== undefined) ? "new" : "unknown";
}
