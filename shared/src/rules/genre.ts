import { roundScore } from "./rounding.ts";

/** A track's genre is its genre, or else its first tag (spec §4). */
export const trackGenre = (
  genre: string | null | undefined,
  tags: readonly string[] | null | undefined,
): string | undefined => [genre, ...(tags ?? [])].map((word) => word?.trim()).find((word) => word);

/**
 * Effective number of genres: exp of the Shannon entropy of tracks per genre (spec §4). Summed in one order and
 * rounded to nine decimals, so that equal spreads are equal. @param tracksPerGenre counts, none of them 0
 */
export function genreDiversity(tracksPerGenre: Iterable<number>): number {
  const counts = [...tracksPerGenre].sort((a, b) => a - b);
  const tracks = counts.reduce((sum, count) => sum + count, 0);
  const entropy = counts.reduce((sum, count) => sum - (count / tracks) * Math.log(count / tracks), 0);
  return counts.length === 0 ? 0 : roundScore(Math.exp(entropy));
}
