import { boardScore, changeText, gapText } from "@beatpass/messages";
import type { LeaderboardRow } from "@beatpass/shared/contracts";
import { describe, expect, test } from "vitest";
import { minutesUntil, movementOf } from "./board-words.ts";

describe("a score", () => {
  test.each([
    ["plays", 8273, "8,273 plays"],
    ["points", 11755, "11,755 XP"],
    ["overall", 23.46, "23.5 points"],
    ["quality", 91.6, "92%"],
    ["earnings", 1.84, "1.8%"],
    ["earnings", 0.00321, "0.0032%"],
    ["overall", 79.95, "79.95 points"],
    ["overall", 79.99999, "79.999 points"],
    ["overall", 80.04, "80 points"],
    ["quality", 94.96, "94.96%"],
    ["quality", 95.2, "95%"],
    ["earnings", 9.98, "9.98%"],
  ] as const)(
    "of %s has its category's unit and is never rounded to nothing, or into a tier that it is not in",
    (category, score, text) => {
      expect(boardScore(category, score, "en")).toBe(text);
    },
  );

  test("in French has French numbers and a space that does not break", () => {
    expect(boardScore("earnings", 1.84, "fr")).toBe("1,8\u202f%");
    expect(boardScore("plays", 8273, "fr")).toBe("8\u202f273 écoutes");
  });
});

describe("what lies between two scores", () => {
  test.each([
    ["plays", 1, "1 play"],
    ["earnings", 0.0234, "0.02 points"],
    ["earnings", 0.00002, "less than 0.001 points"],
  ] as const)("of %s is told as finely as it takes", (category, gap, text) => {
    expect(gapText(category, gap, "en")).toBe(text);
  });

  test("carries its sign where it is a change, and is nothing where nothing changed", () => {
    expect(changeText("plays", 12, "en")).toBe("+12 plays");
    expect(changeText("uploads", -1, "en")).toBe("−1 track");
    expect(changeText("plays", 0, "en")).toBeUndefined();
  });

  test("is in words where a change is too little for its number", () => {
    expect(changeText("earnings", 0.0004, "en")).toBe("up by less than 0.001 points");
    expect(changeText("earnings", -0.0004, "en")).toBe("down by less than 0.001 points");
    expect(changeText("earnings", 0.0004, "fr")).toBe("en hausse de moins de 0,001 point");
    expect(changeText("earnings", -0.0004, "fr")).toBe("en baisse de moins de 0,001 point");
    expect(changeText("earnings", -0.001, "en")).toBe("−0.001 points");
  });
});

describe("movement", () => {
  const row = (rank: number, previousRank?: number): LeaderboardRow => ({
    rank,
    ...(previousRank !== undefined && { previousRank }),
    producerId: `${rank}`,
    name: "Kaya Noir",
    score: 1,
    tier: "bronze",
    detail: { tiebreak: 0 },
  });

  test("is how many places were gained since the refresh before", () => {
    expect(movementOf(row(3, 5), [row(3, 5)])).toEqual({ places: 2 });
    expect(movementOf(row(5, 3), [row(5, 3)])).toEqual({ places: -2 });
  });

  test("of somebody who was not on the board is new, but nobody is new on a board's first day", () => {
    expect(movementOf(row(3), [row(1, 1), row(3)])).toBe("new");
    expect(movementOf(row(3), [row(1), row(3)])).toBe("unknown");
  });
});

test("a begun minute before the next refresh counts whole, and a late one is due", () => {
  const now = new Date("2026-11-23T12:00:00Z");
  expect(minutesUntil("2026-11-23T12:00:01Z", now)).toBe(1);
  expect(minutesUntil("2026-11-23T12:30:00Z", now)).toBe(30);
  expect(minutesUntil("2026-11-23T11:59:00Z", now)).toBe(0);
});
