/** Round values for the lines of a zero-based axis, 0 first: steps of 1, 2 or 5 times a power of ten. */
export function valueTicks(top: number, most: number): number[] {
  const raw = top / Math.max(most, 1);
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= raw) ?? raw;
  return Array.from({ length: Math.floor(top / step) + 1 }, (_, index) => index * step);
}
