/** Plays of a track by day since its release: null before daily figures begin, where `opening` were played. */
export type Curve = { title: string; plays: readonly (number | null)[]; opening?: number };
export const VIEWS = ["cumulative", "daily"] as const;
export type View = (typeof VIEWS)[number];
export const WINDOWS = ["both", "all"] as const;
export type Window = (typeof WINDOWS)[number];

/** Day by day as they are, or added up; unknown days stay unknown. */
export function valuesOf({ plays, opening = 0 }: Curve, view: View): (number | null)[] {
  if (view === "daily") return [...plays];
  let sum = opening;
  return plays.map((count) => {
    if (count === null) return null;
    sum += count;
    return sum;
  });
}

/** How many days are drawn: those that both have lived, or the whole life of the older one. */
export const daysShown = (curves: readonly Curve[], window: Window): number =>
  (window === "both" ? Math.min : Math.max)(...curves.map(({ plays }) => plays.length));

const AGES = [7, 30, 90, 365];

export type Milestone = {
  /** Whole days lived by then; absent for today, when the two are of different ages. */
  days?: number;
  /** Plays of each by then; absent for one that is not that old yet, or of which they are not known. */
  plays: (number | undefined)[];
  /** Of the second against the first; absent where one of them is. */
  difference?: number;
};

/** Both at the same age: a week, a month, a quarter and a year old, as far as one of them has come; then today. */
export function milestonesOf(curves: readonly Curve[]): Milestone[] {
  const sums = curves.map((curve) => valuesOf(curve, "cumulative"));
  // Today is not over: a track is n days old once n days have passed.
  const reached = AGES.filter((days) => sums.some(({ length }) => length > days));
  return [
    ...reached.map((days) =>
      milestone(
        sums.map((sum) => (sum.length > days ? (sum[days - 1] ?? undefined) : undefined)),
        days,
      ),
    ),
    milestone(sums.map((sum) => sum.at(-1) ?? undefined)),
  ];
}

function milestone(plays: (number | undefined)[], days?: number): Milestone {
  const [first, second] = plays;
  return {
    ...(days !== undefined && { days }),
    plays,
    // Today the older one has had more time: a difference would say nothing.
    ...(days !== undefined && first !== undefined && second !== undefined && { difference: second - first }),
  };
}
