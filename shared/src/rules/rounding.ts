/**
 * Half up to nine decimals, before any two scores are compared (spec §12.3). From four million on a double is
 * itself hardly finer than that, and rounding it would only add noise.
 */
export function roundScore(value: number): number {
  if (Math.abs(value) >= 2 ** 22) return value;
  return Math.floor(value * 1e9 + 0.5) / 1e9;
}

/** numerator / denominator half up to nine decimals, exactly: the fraction itself is rounded, not its double. */
export function roundRatio(numerator: number, denominator: number): number {
  const twice = 2n * BigInt(denominator);
  return Number((2_000_000_000n * BigInt(numerator) + BigInt(denominator)) / twice) / 1e9;
}
