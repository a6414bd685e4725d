import { expect, test } from "vitest";
import { CATEGORIES, popularityBoost } from "../rules/index.ts";
import { METRICS } from "./definitions.ts";
import { metricBySlug } from "./metric-by-slug.ts";

test("every metric has a slug of its own and says how it comes about", () => {
  expect(new Set(METRICS.map(({ slug }) => slug)).size).toBe(METRICS.length);
  for (const { slug, definition, formula, inputs } of METRICS) {
    expect(slug).toMatch(/^[a-z][a-z-]*$/);
    expect(definition).toMatch(/[.]$/);
    expect(formula.length).toBeGreaterThan(5);
    expect(inputs.length).toBeGreaterThan(0);
  }
});

test("every leaderboard's score is explained, and how it follows the period", () => {
  for (const category of CATEGORIES)
    expect(metricBySlug(`board-${category}`)?.definition, category).toMatch(/\bperiod\b/);
});

test("the boost of a contribution is explained by the points that it goes through, and where it ends", () => {
  const { formula } = metricBySlug("contribution")!;
  const points = [...formula.matchAll(/([\d.]+) at (\d+)(k?)/g)].map(
    ([, boost, plays, k]) => [Number(boost), Number(plays) * (k ? 1000 : 1)] as const,
  );
  expect(points).toHaveLength(6);
  for (const [boost, plays] of points) expect(popularityBoost(plays)).toBeCloseTo(boost, 12);
  expect(formula).toContain(`up to ${popularityBoost(1e12)}`);
});
