/**
 * Round values for the lines of a zero-based axis, 0 first.
 * @param steps distances that are round here, ascending; without them 1, 2 or 5 times a power of ten
 */
export function valueTicks(top: number, most: number, steps?: readonly number[]): number[] {
  const raw = top / Math.max(most, 1);
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = (steps ?? [1, 2, 5, 10].map((factor) => factor * power)).find((size) => size >= raw) ?? raw;
  return Array.from({ length: Math.floor(top / step) + 1 }, (_, index) => index * step);
}
