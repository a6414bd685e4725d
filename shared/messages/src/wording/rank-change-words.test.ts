import type { Passing, RankChange } from "@beatpass/shared/contracts";
import { expect, test } from "vitest";
import { createTranslator } from "../translator.ts";
import { causeWords, namesWords, placesWords } from "./rank-change-words.ts";

const t = createTranslator("en");
const change: RankChange = {
  category: "plays",
  period: "7d",
  changedAt: "2026-11-23T12:00:00Z",
  before: { rank: 25, score: 790, total: 239 },
  now: { rank: 22, score: 805, total: 240 },
  moved: "mine",
  passed: [],
  passedBy: [],
  passedCount: 0,
  passedByCount: 0,
};
const { before, now, ...placeless } = change;
const person = (name: string, more: Partial<Passing> = {}): Passing => ({ producerId: name, name, ...more });

test("places are told of how many, and coming and going for what it is", () => {
  expect(placesWords(change, t)).toBe("#25 of 239 → #22 of 240");
  expect(placesWords({ ...placeless, now: change.now }, t)).toBe("First time ranked: #22 of 240");
  expect(placesWords({ ...placeless, before: change.before }, t)).toBe("Not ranked any more; it was #25 of 239");
});

test.each([
  ["mine", "You moved: +15 plays."],
  ["both", "You moved: +15 plays. Others may have moved too."],
  ["others", "You held still, others moved."],
  ["none", "The field moved: nobody’s score did."],
] as const)("a change whose cause is %s says so", (moved, words) => {
  expect(causeWords({ ...change, moved }, t, "en")).toBe(words);
});

test("others moved for sure where that is known of anybody", () => {
  const both = (people: Passing[]) => causeWords({ ...change, moved: "both", passed: people }, t, "en");
  const known = "You moved: +15 plays. Others moved too.";
  const places = { rank: 23, previousRank: 22 };
  expect(both([person("Mira", { ...places, score: 2, previousScore: 1 })])).toBe(known);
  expect(both([person("Mira", { previousRank: 22, previousScore: 1 })])).toBe(known);
  const perhaps = "You moved: +15 plays. Others may have moved too.";
  expect(both([person("Mira", { ...places, score: 2, previousScore: 2 })])).toBe(perhaps);
  expect(both([person("Mira", { ...places, score: 2 })])).toBe(perhaps);
});

test("a score of one's own that is no longer known is not made up", () => {
  const places = { before: { rank: 3, total: 9 }, now: { rank: 2, score: 805, total: 9 } };
  expect(causeWords({ ...change, ...places, moved: "both" }, t, "en")).toBe("How the scores moved is no longer known.");
});

test("names come with what their score did, and no more than three of them", () => {
  const people = [
    person("Mira Sol", { score: 801, previousScore: 799 }),
    person("Otis\nAsh", { score: 798, previousScore: 798 }),
    person("Lila Ash"),
    person("Remy Beats"),
  ];
  expect(namesWords(people.slice(0, 2), 2, change, t, "en")).toBe("Mira Sol (+2 plays) and Otis Ash");
  expect(namesWords(people, 12, change, t, "en")).toBe("Mira Sol (+2 plays), Otis Ash, Lila Ash and 9 more");
});
