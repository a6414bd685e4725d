import { dayOf, isoDate } from "@beatpass/shared/metrics";
import { expect, test } from "vitest";
import { type CalendarDay, calendarFigures, dayAfterKey, monthsOf, weeksOf } from "./calendar-weeks.ts";

/** From Monday 2026-09-28, so many days, with uploads on some of them by place. */
const calendar = (days: number, uploads: Record<number, number> = {}): CalendarDay[] =>
  Array.from({ length: days }, (_, index) => ({
    date: isoDate(dayOf(Date.parse("2026-09-28T00:00:00Z")) + index),
    uploads: uploads[index] ?? 0,
  }));

test("weeks begin on Monday, and the last one ends with today", () => {
  const weeks = weeksOf(calendar(16));
  expect(weeks.map((week) => [week[0]!.date, week.length])).toEqual([
    ["2026-09-28", 7],
    ["2026-10-05", 7],
    ["2026-10-12", 2],
  ]);
});

test("a month stands over the weeks that begin in it", () => {
  expect(monthsOf(weeksOf(calendar(50)))).toEqual([
    { date: "2026-09-28", weeks: 1 },
    { date: "2026-10-05", weeks: 4 },
    { date: "2026-11-02", weeks: 3 },
  ]);
});

test("figures: uploads, days with one, the earliest busiest day, weeks in a row", () => {
  // Weeks 0, 1 and 2 have one, 3 has none, 4 has one.
  const days = calendar(35, { 6: 1, 7: 3, 20: 3, 28: 1 });
  expect(calendarFigures(days)).toEqual({ uploads: 8, activeDays: 4, busiest: days[7], longestRun: 3 });
  expect(calendarFigures(calendar(35))).toEqual({ uploads: 0, activeDays: 0, busiest: undefined, longestRun: 0 });
});

test("arrow keys move by days and weeks, and stop at the edges", () => {
  const moves = (day: number) =>
    ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"].map((key) => dayAfterKey(key, day, 365));
  expect(moves(100)).toEqual([93, 107, 99, 101]);
  expect(moves(0)).toEqual([0, 7, 0, 1]);
  expect(moves(364)).toEqual([357, 364, 363, 364]);
  expect([dayAfterKey("Home", 9, 365), dayAfterKey("End", 9, 365)]).toEqual([0, 364]);
  expect(dayAfterKey("Tab", 9, 365)).toBeUndefined();
});
