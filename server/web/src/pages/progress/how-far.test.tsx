import { createTranslator } from "@beatpass/messages";
import type { AchievementState } from "@beatpass/shared/contracts";
import { expect, test } from "vitest";
import { howFar } from "./how-far.ts";
import { sampleAchievement } from "./testing/sample-achievement.ts";

const told = (more: Partial<AchievementState>, locale: "en" | "fr" = "en") =>
  howFar(sampleAchievement("any", more), createTranslator(locale), locale);

test.each<[string, Partial<AchievementState>, ReturnType<typeof told>]>([
  ["a count", { current: 7, target: 10, unit: "tracks" }, { text: "3 more tracks", count: "7 of 10 tracks" }],
  ["days", { current: 520, target: 730, unit: "days" }, { text: "in 210 days", count: "520 of 730 days" }],
  ["plays", { current: 1204, target: 2408, unit: "plays" }, { text: "50% of the way", count: "1,204 of 2,408 plays" }],
  [
    "completeness in percent",
    { current: 63, target: 70, category: "metadata" },
    { text: "90% of the way", count: "63%, goal 70%" },
  ],
  [
    "a place among producers",
    { current: 168, target: 192, category: "composite" },
    { text: "88% of the way", count: "ahead of 168 producers, 192 needed" },
  ],
  ["what has no unit of its own", { current: 2, target: 3, category: "genre" }, { text: "67% of the way" }],
  ["almost all", { current: 1996, target: 2000, category: "genre" }, { text: "99% of the way" }],
  ["yes or no", { current: 0, target: 1 }, { text: "Not yet." }],
  ["yes or no of which nothing is known", { target: 1 }, { text: "Not yet." }],
  ["a field too small to have a top", { current: 3, unit: "tracks" }, { text: expect.stringContaining("too small") }],
  ["nothing measured", { target: 10, unit: "tracks" }, { text: "Nothing to measure yet." }],
  [
    "a line that is reached before the refresh",
    { current: 12, target: 10, unit: "tracks" },
    { text: expect.stringContaining("next leaderboard refresh") },
  ],
])("%s is told as what it is", (_, more, words) => {
  expect(told(more)).toEqual(words);
});

test("French numbers and words go together", () => {
  expect(told({ current: 46, target: 70, category: "metadata" }, "fr").count).toBe("46\u202f%, objectif 70\u202f%");
  expect(told({ current: 1204, target: 2408, unit: "plays" }, "fr")).toEqual({
    text: "50\u202f% du chemin",
    count: "1\u202f204 sur 2\u202f408 écoutes",
  });
});
