/** Which places get a label: the first, then as many as fit beside each other. */
export function labelPlaces(count: number, width: number): number[] {
  const step = Math.max(1, Math.ceil(count / Math.max(Math.floor(width / 84), 1)));
  return Array.from({ length: Math.ceil(count / step) }, (_, index) => index * step);
}
