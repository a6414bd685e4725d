import fc from "fast-check";
import { expect, test } from "vitest";
import { qualityRating, qualityScore } from "./quality-score.ts";

test("10, 5, 3, 1 and 1 plays of 20 score 77", () => {
  expect(qualityScore({ completed: 10, mostly: 5, half: 3, partial: 1, skipped: 1 })).toBe(77);
});

test("without a play with engagement the score is absent, not 0", () => {
  expect(qualityScore({ completed: 0, mostly: 0, half: 0, partial: 0, skipped: 0 })).toBeUndefined();
});

test("the score lies between a skip's and a completed listen's, and equal mixes score equally", () => {
  const count = fc.nat({ max: 100_000 });
  const mixes = fc.record({ completed: count, mostly: count, half: count, partial: count, skipped: count });
  fc.assert(
    fc.property(mixes, fc.integer({ min: 2, max: 50 }), (mix, times) => {
      const score = qualityScore(mix);
      fc.pre(score !== undefined);
      expect(score).toBeGreaterThanOrEqual(10);
      expect(score).toBeLessThanOrEqual(100);
      const scaled = Object.fromEntries(Object.entries(mix).map(([band, plays]) => [band, plays * times]));
      expect(qualityScore(scaled as typeof mix)).toBe(score);
    }),
  );
});

test.each([
  [70, "Excellent"],
  [69.999, "Good"],
  [60, "Good"],
  [59.999, "Fair"],
  [40, "Fair"],
  [39.999, "Needs work"],
  [20, "Needs work"],
  [19.999, "Poor"],
] as const)("a score of %d is rated %s", (score, rating) => {
  expect(qualityRating(score)).toBe(rating);
});
