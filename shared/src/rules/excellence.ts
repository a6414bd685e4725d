import type { CatalogTrack } from "./catalog.ts";
import { countBelow, makeField } from "./fields.ts";

/** What a track is compared by; a missing quality score counts as 0 (spec §4 Excellence). */
const FIGURES: readonly ((track: CatalogTrack) => number)[] = [
  ({ plays }) => plays,
  ({ qualityScore }) => qualityScore ?? 0,
  ({ downloads }) => downloads,
  ({ filledFields }) => filledFields,
];

/**
 * Composite score per track, 0–1: mean of its percentile ranks among the tracks with a play; NaN for the others.
 * Counts are added before the one division, so that equal scores are equal to the last bit.
 */
export function excellenceScores(tracks: readonly CatalogTrack[]): Float64Array {
  const played = tracks.filter(({ plays }) => plays > 0);
  const below = FIGURES.map((figure) => {
    const field = makeField(played.map(figure));
    const counts = new Map<number, number>();
    for (const value of field.sorted) if (!counts.has(value)) counts.set(value, countBelow(field, value));
    return counts;
  });
  return Float64Array.from(tracks, (track) => {
    if (track.plays === 0) return Number.NaN;
    const lower = FIGURES.reduce((sum, figure, at) => sum + below[at]!.get(figure(track))!, 0);
    return lower / (FIGURES.length * played.length);
  });
}
