import { expect, test } from "vitest";
import { leaderboard } from "./leaderboard.ts";
import { readTyped } from "./read-typed.ts";
import { stats } from "./stats.ts";

test("choices are read in either language and any order, whatever their case, accents and commas", () => {
  for (const typed of ["plays, 7d", "7D plays", "last 7 days, Plays", "ecoutes 7 derniers jours", "Écoutes;7d"])
    expect(readTyped(leaderboard, typed), typed).toEqual({ options: { category: "plays", period: "7d" } });
  expect(readTyped(leaderboard, "general")).toEqual({ options: { category: "overall" } });
});

test("what names nothing is given back as it was typed", () => {
  expect(readTyped(leaderboard, "Earnigs 7d")).toEqual({ options: { period: "7d" }, notUnderstood: "Earnigs" });
  expect(readTyped(leaderboard, "plays uploads")).toEqual({
    options: { category: expect.any(String) },
    notUnderstood: expect.stringMatching(/^(plays|uploads)$/),
  });
});

test("a mention is read anywhere, and words beside it are not taken for a name", () => {
  expect(readTyped(stats, "<@U0MILO|milo b> please")).toEqual({
    options: { member: "U0MILO" },
    memberLabel: "milo b",
    notUnderstood: "please",
  });
  expect(readTyped(stats, "of <@!123>")).toEqual({ options: { member: "123" }, notUnderstood: "of" });
});

test("text is kept as it was typed", () => {
  expect(readTyped(stats, "Él, Niño & co")).toEqual({ options: { producer: "Él, Niño & co" } });
});
