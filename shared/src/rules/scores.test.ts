import { describe, expect, test } from "vitest";
import { BOARD_SCORES, type BoardFigures, collaborationScore, OVERALL_WEIGHTS, overallScore } from "./scores.ts";

const figures: BoardFigures = {
  xp: 3652,
  achievements: 4,
  plays: 120,
  uploads: 6,
  averaged: 9,
  filledFields: 36,
  collaboration: { tracks: 2, collaborators: 3, plays: 45, contribution: 0.25, achievements: 1 },
  contribution: 1.5,
  platformContribution: 60,
};

describe("scores and tiebreaks", () => {
  test("points: XP, then achievements", () => {
    expect(BOARD_SCORES.points(figures)).toEqual({ score: 3652, tiebreak: 4 });
  });

  test("plays and uploads break each other's ties", () => {
    expect(BOARD_SCORES.plays(figures)).toEqual({ score: 120, tiebreak: 6 });
    expect(BOARD_SCORES.uploads(figures)).toEqual({ score: 6, tiebreak: 120 });
  });

  test("quality: mean share of six fields in percent, then the tracks averaged", () => {
    expect(BOARD_SCORES.quality(figures)).toEqual({ score: 66.666666667, tiebreak: 9 });
    expect(BOARD_SCORES.quality({ ...figures, averaged: 0, filledFields: 0 }).score).toBe(0);
  });

  test("collaboration: 10 a collaborator, 0.01 a play, 2 × contribution, 5 an achievement", () => {
    expect(BOARD_SCORES.collaboration(figures)).toEqual({ score: 30 + 0.45 + 0.5 + 5, tiebreak: 2 });
  });

  test("collaboration without a collaborative track is no score, whatever was unlocked before", () => {
    const none = { tracks: 0, collaborators: 0, plays: 0, contribution: 0, achievements: 4 };
    expect(collaborationScore(none)).toBe(0);
  });

  test("earnings: share of the platform's contribution in percent, then the contribution", () => {
    expect(BOARD_SCORES.earnings(figures)).toEqual({ score: 2.5, tiebreak: 1.5 });
    expect(BOARD_SCORES.earnings({ ...figures, contribution: 0, platformContribution: 0 }).score).toBe(0);
  });
});

describe("the overall score", () => {
  test("weighs six categories, a hundred percent in all", () => {
    expect(Object.values(OVERALL_WEIGHTS).reduce((sum, weight) => sum + weight)).toBe(100);
    const first = { points: 1, plays: 1, uploads: 1, quality: 1, collaboration: 1, earnings: 1 };
    expect(overallScore(first)).toBe(99);
  });

  test("takes 100 − rank of each, nothing from rank 100 on or where one is not ranked", () => {
    expect(overallScore({ points: 3, plays: 100, uploads: 4000 })).toBe(24.25);
    expect(overallScore({})).toBe(0);
  });

  test("has no floating noise", () => {
    expect(overallScore({ points: 99, plays: 99, uploads: 99, quality: 99, collaboration: 99, earnings: 99 })).toBe(1);
    expect(overallScore({ earnings: 97 })).toBe(0.3);
  });
});
