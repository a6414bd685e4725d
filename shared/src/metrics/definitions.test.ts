import { expect, test } from "vitest";
import { CATEGORIES } from "../rules/index.ts";
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

test("every leaderboard's score is explained", () => {
  for (const category of CATEGORIES) expect(metricBySlug(`board-${category}`), category).toBeDefined();
});
