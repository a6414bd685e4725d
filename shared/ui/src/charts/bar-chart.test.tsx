import { expect, test } from "vitest";
import { keyTarget } from "./key-target.ts";
import { valueTicks } from "./value-ticks.ts";

test.each([
  ["ArrowRight", undefined, 0],
  ["ArrowRight", 3, 4],
  ["ArrowRight", 9, 9],
  ["ArrowLeft", undefined, 9],
  ["ArrowLeft", 0, 0],
  ["Home", 5, 0],
  ["End", 5, 9],
  ["Escape", 5, undefined],
])("of ten bars, %s on bar %s leads to bar %s", (key, active, next) => {
  expect(keyTarget(key, active, 10)).toBe(next);
});

test("other keys are left to the page, Escape too where no bar is in hand", () => {
  expect(keyTarget("Tab", 3, 10)).toBeNull();
  expect(keyTarget("Escape", undefined, 10)).toBeNull();
  expect(keyTarget("ArrowRight", undefined, 0)).toBeNull();
});

test.each([
  [1.08, 3, [0, 0.5, 1]],
  [13, 3, [0, 5, 10]],
  [108, 4, [0, 50, 100]],
  [54_000, 3, [0, 20_000, 40_000]],
])("an axis up to %s with room for %s lines has them at %j", (top, most, ticks) => {
  expect(valueTicks(top, most)).toEqual(ticks);
});
