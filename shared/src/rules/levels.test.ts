import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { levelForXp, levelTitle, MAX_LEVEL, standingForXp, xpForLevel } from "./levels.ts";

const levels = Array.from({ length: MAX_LEVEL }, (_, before) => before + 1);
const xps = fc.integer({ min: 0, max: 200_000 });

describe("XP required for a level", () => {
  test("is what the table says", () => {
    expect(levels.slice(0, 10).map(xpForLevel)).toEqual([0, 100, 283, 520, 800, 1118, 1470, 1852, 2263, 2700]);
    expect(xpForLevel(100)).toBe(98_504);
  });

  test("is round(100 × (L − 1)^1.5) to the last unit", () => {
    for (const level of levels) {
      // 100 × n^1.5 is the root of 10^4 × n^3; its nearest whole number r has (2r − 1)² ≤ 4 × 10^4 × n^3 < (2r + 1)².
      const radicand = 40_000n * BigInt(level - 1) ** 3n;
      const twice = 2n * BigInt(xpForLevel(level));
      if (level > 1) expect((twice - 1n) ** 2n <= radicand).toBe(true);
      expect(radicand < (twice + 1n) ** 2n).toBe(true);
    }
  });
});

describe("the level of an amount of XP", () => {
  test("begins exactly at the XP it requires", () => {
    for (const level of levels) {
      expect(levelForXp(xpForLevel(level))).toBe(level);
      if (level > 1) expect(levelForXp(xpForLevel(level) - 1)).toBe(level - 1);
    }
  });

  test("never falls as XP grows", () => {
    fc.assert(fc.property(xps, xps, (a, b) => levelForXp(Math.min(a, b)) <= levelForXp(Math.max(a, b))));
  });

  test("has a progress from 0 to below 1 that agrees with the XP to the next level", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 98_503 }), (xp) => {
        const standing = standingForXp(xp);
        expect(standing.progress).toBeGreaterThanOrEqual(0);
        expect(standing.progress).toBeLessThan(1);
        expect(standing.xpForNext - standing.xpToNext).toBe(xp);
        expect(levelForXp(xp + standing.xpToNext)).toBe(standing.level + 1);
      }),
    );
  });

  test("stays 100 for ever, complete and with nothing to go", () => {
    for (const xp of [98_504, 1_000_000]) {
      expect(standingForXp(xp)).toMatchObject({ level: 100, progress: 1, xpToNext: 0, title: "Legendary Producer" });
    }
  });
});

test.each([
  [1, "Novice"],
  [2, "Novice"],
  [3, "Apprentice"],
  [4, "Apprentice"],
  [5, "Intermediate"],
  [6, "Intermediate"],
  [7, "Skilled"],
  [9, "Skilled"],
  [10, "Experienced"],
  [14, "Experienced"],
  [15, "Advanced"],
  [19, "Advanced"],
  [20, "Professional"],
  [29, "Professional"],
  [30, "Expert"],
  [39, "Expert"],
  [40, "Master"],
  [49, "Master"],
  [50, "Legendary"],
  [100, "Legendary"],
])("level %i is %s Producer", (level, word) => {
  expect(levelTitle(level)).toBe(`${word} Producer`);
});
