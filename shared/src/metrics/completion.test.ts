import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { COMPLETION_BAND_FLOORS, COMPLETION_BANDS, completion, completionBand, completionLevel } from "./completion.ts";

describe("completion of a play", () => {
  test("never passes the whole track", () => {
    expect(completion(90_000, 180_000)).toBe(0.5);
    expect(completion(200_000, 180_000)).toBe(1);
  });

  test("is 0 for a listened time of 0, and absent without a listened time or a known duration", () => {
    expect(completion(0, 180_000)).toBe(0);
    expect(completion(null, 180_000)).toBeUndefined();
    expect(completion(undefined, 180_000)).toBeUndefined();
    expect(completion(90_000, null)).toBeUndefined();
    expect(completion(90_000, 0)).toBeUndefined();
  });
});

describe("the band of a play", () => {
  test.each([
    [80, "completed"],
    [79, "mostly"],
    [60, "mostly"],
    [59, "half"],
    [40, "half"],
    [39, "partial"],
    [20, "partial"],
    [19, "skipped"],
    [0, "skipped"],
    [150, "completed"],
  ] as const)("%i of 100 is %s", (listened, band) => {
    expect(completionBand(listened, 100)).toBe(band);
  });

  test("is exact at its floor, whatever the duration", () => {
    const durations = fc.integer({ min: 1, max: 17_000_000 }).map((fifth) => fifth * 5);
    fc.assert(
      fc.property(durations, fc.constantFrom(...COMPLETION_BANDS), (duration, band) => {
        const floor = (duration / 5) * (COMPLETION_BAND_FLOORS[band] / 20);
        expect(completionBand(floor, duration)).toBe(band);
        if (floor > 0) expect(completionBand(floor - 1, duration)).not.toBe(band);
      }),
    );
  });
});

test.each([
  [1, "Excellent"],
  [0.8, "Excellent"],
  [0.7999999999, "Good"],
  [0.6, "Good"],
  [0.5999999999, "Fair"],
  [0.4, "Fair"],
  [0.3999999999, "Poor"],
] as const)("a mean completion of %d is %s", (rate, level) => {
  expect(completionLevel(rate)).toBe(level);
});
