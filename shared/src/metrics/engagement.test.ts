import { describe, expect, test } from "vitest";
import { engagementBadge, engagementMessage } from "./engagement.ts";

describe("the engagement badge", () => {
  test.each([
    [0.8, 0.8, "High"],
    [0.8, 0.79, "Good"],
    [0.79, 1.4, "Good"],
    [0.6, 0.6, "Good"],
    [0.9, 0.59, "Moderate"],
    [0.4, 0, "Moderate"],
    [0, 0.4, "Moderate"],
    [0.39, 0.39, "Low"],
  ] as const)("completion %d with %d of the track listened is %s", (completionRate, listenedShare, badge) => {
    expect(engagementBadge(completionRate, listenedShare)).toBe(badge);
  });
});

describe("the insight sentence", () => {
  const breakdown = (skipped: number) => ({ completed: 0, mostly: 0, half: 0, partial: 100 - skipped, skipped });

  test.each([
    [0.8, 0, "complete"],
    [0.6, 0, "engaged"],
    [0.4, 90, "part"],
    [0.39, 41, "drop-off"],
    [0.39, 40, "low"],
  ] as const)("at completion %d with %i %% skipped is '%s'", (rate, skipped, message) => {
    expect(engagementMessage(rate, breakdown(skipped))).toBe(message);
  });
});
