import { expect, test } from "vitest";
import { keyTarget } from "./bar-chart.tsx";

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
