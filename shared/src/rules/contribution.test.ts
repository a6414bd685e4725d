import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contributionValue, popularityBoost, timeDecay } from "./contribution.ts";

const DAY = 86_400_000;

describe("time decay", () => {
  test("halves every 182.5 days, fractions of a day included", () => {
    expect(timeDecay(0)).toBe(1);
    expect(timeDecay(182.5)).toBe(0.5);
    expect(timeDecay(365)).toBe(0.25);
    expect(timeDecay(91.25)).toBeCloseTo(Math.SQRT1_2, 12);
  });
});

describe("popularity boost", () => {
  test.each([
    [0, 1],
    [10, 1.67],
    [100, 1.91],
    [1_000, 2.25],
    [10_000, 2.5],
    [100_000, 2.67],
  ])("of %i plays is %d", (plays, boost) => {
    expect(popularityBoost(plays)).toBeCloseTo(boost, 12);
  });

  test("of 500 plays is 2.147…", () => {
    expect(Math.trunc(1000 * popularityBoost(500))).toBe(2147);
  });

  test("goes on with the last slope, up to 3", () => {
    expect(popularityBoost(1_000_000)).toBeCloseTo(2.84, 4);
    expect(popularityBoost(1_000_000_000)).toBe(3);
  });

  test("never falls with more plays, and stays between 1 and 3", () => {
    const plays = fc.nat({ max: 10_000_000 });
    fc.assert(
      fc.property(plays, plays, (a, b) => {
        expect(popularityBoost(Math.min(a, b))).toBeLessThanOrEqual(popularityBoost(Math.max(a, b)));
        expect(popularityBoost(a)).toBeGreaterThanOrEqual(1);
        expect(popularityBoost(a)).toBeLessThanOrEqual(3);
      }),
    );
  });
});

describe("contribution value", () => {
  test("of 500 plays after 91.25 days between two producers is 0.759… each", () => {
    const value = contributionValue({ publishedAt: 0, exclusiveOnly: false }, 500, 91.25 * DAY);
    expect(Math.trunc((1000 * value) / 2)).toBe(759);
  });

  test("of an exclusive-only track is none", () => {
    expect(contributionValue({ publishedAt: 0, exclusiveOnly: true }, 500, DAY)).toBe(0);
  });

  test("of a track dated a moment ahead is that of a new one", () => {
    expect(contributionValue({ publishedAt: DAY, exclusiveOnly: false }, 0, 0)).toBe(1);
  });
});
