import { describe, expect, test } from "vitest";
import { growthRate, growthStatus, trend } from "./growth.ts";

describe("growth against the range before", () => {
  test("is a ratio", () => {
    expect(growthRate(112, 100)).toBe(0.12);
    expect(growthRate(0, 100)).toBe(-1);
  });

  test("is absent without a previous play", () => {
    expect(growthRate(5, 0)).toBeUndefined();
    expect(growthRate(0, 0)).toBeUndefined();
  });
});

describe("trend", () => {
  test("compares the second half with the first, which has the smaller half of an odd number of days", () => {
    expect(trend([1, 1, 3, 3])).toBe(2);
    expect(trend([4, 1, 1])).toBe(-0.5);
  });

  test("is absent when the first half has no play", () => {
    expect(trend([0, 0, 5, 5])).toBeUndefined();
    expect(trend([5])).toBeUndefined();
    expect(trend([])).toBeUndefined();
  });
});

test.each([
  [0.1501, "exceptional"],
  [growthRate(23, 20)!, "strong"],
  [0.05, "strong"],
  [0.0499, "steady"],
  [0, "steady"],
  [-0.0001, "slight-decline"],
  [-0.05, "slight-decline"],
  [-0.0501, "needs-attention"],
] as const)("a growth of %d is %s", (rate, status) => {
  expect(growthStatus(rate)).toBe(status);
});
