/**
 * Fields of "top p" (spec §4): by the named figure alone, ties sharing the worse rank, so that a top 5 % needs
 * at least 20 in the field and a crowd of equals is not all on top.
 */
export type Field = {
  /** Every figure of the field, ascending. */
  readonly sorted: Float64Array;
};

/** Percentages that achievements ask for. */
export const TOP_PERCENTS = [5, 10, 15, 20, 25, 50] as const;
export type TopPercent = (typeof TOP_PERCENTS)[number];

/** The figure of the last one in the top p, per p; absent where the field is too small to have a top p. */
export type Cutoffs = Readonly<Partial<Record<TopPercent, number>>>;

/** Where one stands in a field. Plain data: it can be kept and read later. */
export type FieldPlace = {
  value: number;
  /** 1 is best; ties share the worse rank. */
  rank: number;
  /** How many are in the field. */
  size: number;
  cutoffs: Cutoffs;
};

/** A field of these figures, one per member, in any order; they are copied and sorted. */
export const makeField = (values: ArrayLike<number>): Field => ({ sorted: Float64Array.from(values).sort() });

/** How many of the field are in its top p: floor(p × N). */
export const topSize = (size: number, percent: TopPercent): number => Math.floor((percent * size) / 100);

/** Whether a place is among the first floor(p × N): nobody is where the field is too small. */
export const isInTop = (place: FieldPlace, percent: TopPercent): boolean => place.rank <= topSize(place.size, percent);

/** How many of the field have a strictly lower figure. */
export function countBelow({ sorted }: Field, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The least figure in the top p, for every percentage that achievements ask for. */
export function cutoffsOf({ sorted }: Field): Cutoffs {
  const cutoffs: Partial<Record<TopPercent, number>> = {};
  for (const percent of TOP_PERCENTS) {
    const count = topSize(sorted.length, percent);
    if (count > 0) cutoffs[percent] = sorted[sorted.length - count]!;
  }
  return cutoffs;
}

/** Places figures in a field; the cutoffs are worked out once and shared. */
export function placeIn(field: Field): (value: number) => FieldPlace {
  const size = field.sorted.length;
  const cutoffs = cutoffsOf(field);
  return (value) => ({ value, rank: size - countBelow(field, value), size, cutoffs });
}
