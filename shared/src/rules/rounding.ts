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
  // All of this is whole and below 2^53, where a floor of a double's quotient is exact; big integers cost much more.
  if (numerator < 2 ** 22 && denominator < 2 ** 22)
    return Math.floor((2_000_000_000 * numerator + denominator) / (2 * denominator)) / 1e9;
  const twice = 2n * BigInt(denominator);
  return Number((2_000_000_000n * BigInt(numerator) + BigInt(denominator)) / twice) / 1e9;
}
