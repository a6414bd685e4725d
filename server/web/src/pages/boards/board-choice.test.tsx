import { expect, test } from "vitest";
import { readChoice, seasonsOffered, writeChoice } from "./board-choice.ts";

test.each(["", "?category=plays", "?period=7d", "?category=earnings&period=2025-H1&community=c1&from=me"])(
  "the choice of the address “%s” is written as it was read",
  (search) => {
    expect(writeChoice(readChoice(search))).toBe(search);
  },
);

test("an address that makes no sense is overall, all time, everybody, from the top", () => {
  expect(readChoice("?category=money&period=2025-H3&community=&from=here")).toEqual({
    category: "overall",
    period: "all-time",
    community: undefined,
    from: "top",
  });
});

test("seasons are offered newest first, across the turn of the year", () => {
  const now = new Date("2026-03-01T00:00:00Z");
  expect(seasonsOffered(now, "7d")).toEqual(["2026-H1", "2025-H2"]);
  expect(seasonsOffered(now, "7d", ["2025-H1", "2023-H2"])).toEqual(["2026-H1", "2025-H2", "2025-H1", "2023-H2"]);
});

test("a season that the address names is offered however old it is", () => {
  const seasons = seasonsOffered(new Date("2026-03-01T00:00:00Z"), "2019-H2");
  expect(seasons.at(-1)).toBe("2019-H2");
  expect(seasons).toHaveLength(3);
});
