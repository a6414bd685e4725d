import { describe, expect, test } from "vitest";
import { spikeOver } from "./spike.ts";

const days = (count: number, plays: number) => Array.from({ length: count }, () => plays);

describe("a spike", () => {
  test("stands 3.5 robust deviations above the median of the days before, and not a play less", () => {
    // Median 25, no deviation: the divisor is √25 = 5, so the line is at 25 + 17.5.
    expect(spikeOver(43, days(28, 25))).toEqual({ usual: 25 });
    expect(spikeOver(42, days(28, 25))).toBeUndefined();
  });

  test("reckons with how much the days usually differ", () => {
    // Median 100, absolute deviations of 20 each: 1.4826 × 20 = 29.652, the line is at 203.8.
    const swinging = [...days(14, 80), ...days(14, 120)];
    expect(spikeOver(204, swinging)).toEqual({ usual: 100 });
    expect(spikeOver(203, swinging)).toBeUndefined();
  });

  test("is not moved by a spike among the days before, as a mean would be", () => {
    expect(spikeOver(40, [...days(27, 4), 5000])).toEqual({ usual: 4 });
  });

  test("has at least twenty plays", () => {
    expect(spikeOver(19, days(28, 0))).toBeUndefined();
    expect(spikeOver(20, days(28, 0))).toEqual({ usual: 0 });
  });

  test("needs two weeks to be compared with", () => {
    expect(spikeOver(500, days(13, 0))).toBeUndefined();
    expect(spikeOver(500, days(14, 0))).toEqual({ usual: 0 });
  });
});
