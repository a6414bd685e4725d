import { expect, test } from "vitest";
import { passesFilter, readFilter, writeFilter } from "./achievement-filter.ts";
import { sampleAchievement as sample } from "./testing/sample-achievement.ts";

test.each(["", "?show=locked", "?category=genre", "?show=unlocked&category=milestone"])(
  "the filter of the address “%s” is written as it was read",
  (search) => {
    expect(writeFilter(readFilter(search))).toBe(search);
  },
);

test("an address that makes no sense shows everything", () => {
  expect(readFilter("?show=toString&category=nothing")).toEqual({ shown: "all", category: undefined });
});

test("a filter lets through what it names and nothing else", () => {
  const held = sample("held", { unlockedAt: "2026-01-01T00:00:00Z" });
  const locked = sample("locked", { category: "genre" });
  const passing = (search: string) =>
    [held, locked].filter((one) => passesFilter(one, readFilter(search))).map(({ slug }) => slug);
  expect(passing("")).toEqual(["held", "locked"]);
  expect(passing("?show=unlocked")).toEqual(["held"]);
  expect(passing("?show=locked")).toEqual(["locked"]);
  expect(passing("?category=genre")).toEqual(["locked"]);
  expect(passing("?show=unlocked&category=genre")).toEqual([]);
});
