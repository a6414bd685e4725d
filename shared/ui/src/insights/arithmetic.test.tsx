import { expect, test } from "vitest";
import { sampleInsights } from "../testing/sample-insights.ts";
import { averageArithmetic, growthArithmetic, listenArithmetic, qualityArithmetic } from "./arithmetic.ts";

test("the arithmetic of a figure is the figure's, with the numbers it came from", () => {
  const insights = sampleInsights();
  const engagement = insights.engagement!;
  expect(averageArithmetic(insights, "en")).toEqual(["20 ÷ 3 = 6.7"]);
  expect(averageArithmetic(insights, "fr")).toEqual(["20 ÷ 3 = 6,7"]);
  expect(listenArithmetic(engagement, "en")).toEqual(["41:40 ÷ 20 = 2:05"]);
  expect(qualityArithmetic(engagement, "en")).toEqual(["(100 × 10 + 70 × 5 + 50 × 3 + 30 × 1 + 10 × 1) ÷ 20 = 77"]);
});

test("growth has arithmetic only where there is growth", () => {
  const insights = sampleInsights();
  expect(growthArithmetic(insights, "en")).toEqual([]);
  const grown = { ...insights, plays: { ...insights.plays, previous: 16, growthRate: 0.25 } };
  expect(growthArithmetic(grown, "en")).toEqual(["(20 − 16) ÷ 16 = +25%"]);
});
