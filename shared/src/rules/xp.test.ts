import { describe, expect, test } from "vitest";
import { RULEBOOKS } from "./rulebook.ts";
import { playXp, trackAwards } from "./xp.ts";

const filled = { bpm: 90, key: "C", scale: "major", tags: ["trap"], description: "Cold" };

describe.each(Object.values(RULEBOOKS))("the rulebook $name", (rulebook) => {
  test("awards 100 XP for an upload, 50 for its metadata, 25 for a collaboration", () => {
    expect(trackAwards(rulebook, filled, 2)).toEqual([
      { source: "upload", xp: 100 },
      { source: "metadata", xp: 50 },
      { source: "collaboration", xp: 25 },
    ]);
  });

  test("awards nothing for metadata with a gap, nor for working alone", () => {
    expect(trackAwards(rulebook, { ...filled, scale: null }, 1)).toEqual([{ source: "upload", xp: 100 }]);
  });

  test("counts a play of any length: the source has filtered already", () => {
    expect(rulebook.minimumListenMs).toBe(0);
  });
});

test("classic pays every counted play, first-play the first of a track alone", () => {
  expect([0, 1, 40].map((plays) => playXp(RULEBOOKS.classic, plays))).toEqual([0, 1, 40]);
  expect([0, 1, 40].map((plays) => playXp(RULEBOOKS["first-play"], plays))).toEqual([0, 1, 1]);
});
