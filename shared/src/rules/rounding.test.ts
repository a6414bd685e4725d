import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roundRatio, roundScore } from "./rounding.ts";

describe("rounding a score to nine decimals", () => {
  test("takes away floating noise", () => {
    expect(roundScore(0.1 + 0.2)).toBe(0.3);
    expect(roundScore(4.000000000000001)).toBe(4);
    expect(roundScore(0.0000000004)).toBe(0);
    expect(roundScore(0.0000000006)).toBe(1e-9);
  });

  test("leaves whole numbers alone, however large", () => {
    fc.assert(fc.property(fc.maxSafeNat(), (whole) => roundScore(whole) === whole));
  });

  test("once rounded, changes nothing more", () => {
    const scores = fc.double({ min: 0, max: 1e8, noNaN: true });
    fc.assert(fc.property(scores, (score) => roundScore(roundScore(score)) === roundScore(score)));
  });
});

describe("rounding a fraction to nine decimals", () => {
  test("rounds the fraction itself half up, not its double", () => {
    expect(roundRatio(1, 3)).toBe(0.333333333);
    expect(roundRatio(2, 3)).toBe(0.666666667);
    // 1 / 2^10 has ten decimals, the last of them a 5.
    expect(roundRatio(1, 1024)).toBe(0.000976563);
    expect(roundRatio(5, 10_000_000_000)).toBe(1e-9);
    expect(roundRatio(4_999_999_999, 10_000_000_000)).toBe(0.5);
  });

  test("gives equal fractions the same value", () => {
    const part = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(fc.property(part, part, part, (a, b, times) => roundRatio(a, b) === roundRatio(a * times, b * times)));
  });
});
