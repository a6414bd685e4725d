import { createTranslator } from "@beatpass/messages";
import { RULEBOOKS } from "@beatpass/shared/rules";
import { expect, test } from "vitest";
import { ruleWords, worthOfOne } from "./rule-words.ts";
import { sampleAchievement } from "./testing/sample-achievement.ts";

const t = createTranslator("en");
const achievements = [sampleAchievement("a", { xp: 150 }), sampleAchievement("b", { xp: 6000 })];

test("what a source pays is the server's rulebook's, not this page's", () => {
  const rules = { ...RULEBOOKS.classic, upload: 123, metadata: 45 };
  expect(ruleWords("upload", { rules, achievements }, t, "en")).toContain("+123 ");
  expect(ruleWords("metadata", { rules, achievements }, t, "en")).toBe(
    "+45 for a track with BPM, key, scale, description, and tags filled in",
  );
  expect(ruleWords("achievement", { rules, achievements }, t, "en")).toBe("+150 to +6,000, once each");
  expect(worthOfOne("upload", { rules })).toBe(123);
});

test("plays pay each, or the first of a track alone, as the rulebook has it", () => {
  const words = (rules: (typeof RULEBOOKS)[keyof typeof RULEBOOKS]) =>
    ruleWords("play", { rules, achievements }, t, "en");
  expect(words(RULEBOOKS.classic)).toBe("+1 for each play that counts");
  expect(words(RULEBOOKS["first-play"])).toBe("+1 for a track’s first play that counts");
});
