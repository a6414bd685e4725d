import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  barSize,
  barStart,
  barsOf,
  type DayRange,
  dayOf,
  daysIn,
  isoDate,
  parseIsoDate,
  presetRange,
  previousRange,
  startOfDay,
} from "./days.ts";

const day = (text: string) => parseIsoDate(text)!;
const ranges = fc
  .tuple(fc.integer({ min: -20_000, max: 40_000 }), fc.integer({ min: 0, max: 1_500 }))
  .map(([from, length]): DayRange => ({ from, to: from + length }));

describe("UTC days", () => {
  test("begin and end at midnight UTC", () => {
    expect(isoDate(dayOf(Date.parse("2024-02-29T23:59:59.999Z")))).toBe("2024-02-29");
    expect(isoDate(dayOf(Date.parse("2024-03-01T00:00:00Z")))).toBe("2024-03-01");
    expect(startOfDay(day("2024-03-01"))).toBe(Date.parse("2024-03-01T00:00:00Z"));
  });

  test.each(["2023-02-29", "2024-13-01", "2024-1-1", "2024-01-01T00:00:00Z", ""])("'%s' is no date", (text) => {
    expect(parseIsoDate(text)).toBeUndefined();
  });

  test("every day reads back from its date", () => {
    fc.assert(fc.property(fc.integer({ min: -20_000, max: 40_000 }), (any) => parseIsoDate(isoDate(any)) === any));
  });
});

describe("ranges", () => {
  const today = day("2024-03-31");
  test.each([
    ["7d", "2024-03-25"],
    ["30d", "2024-03-02"],
    ["90d", "2024-01-02"],
    ["month", "2024-03-01"],
    ["year", "2024-01-01"],
    ["all", "2021-05-06"],
  ] as const)("%s ends with today and begins on %s", (preset, from) => {
    expect(presetRange(preset, today, day("2021-05-06"))).toEqual({ from: day(from), to: today });
  });

  test("'all' of something that has not begun is today alone", () => {
    expect(presetRange("all", today, today + 5)).toEqual({ from: today, to: today });
  });

  test("the range before is as long and ends the day before", () => {
    fc.assert(
      fc.property(ranges, (range) => {
        const before = previousRange(range);
        expect(daysIn(before)).toBe(daysIn(range));
        expect(before.to).toBe(range.from - 1);
      }),
    );
  });
});

describe("bars", () => {
  const lasting = (days: number): DayRange => ({ from: 1, to: days });

  test("are days up to 92 days, weeks up to 366, else months", () => {
    expect([1, 92, 93, 366, 367].map((days) => barSize(lasting(days)))).toEqual([
      "day",
      "day",
      "week",
      "week",
      "month",
    ]);
  });

  test("of weeks begin on Monday, the first clipped to the range", () => {
    const { starts } = barsOf({ from: day("2024-01-03"), to: day("2024-06-30") });
    expect(starts.slice(0, 3).map(isoDate)).toEqual(["2024-01-03", "2024-01-08", "2024-01-15"]);
    expect(new Date(startOfDay(starts.at(-1)!)).getUTCDay()).toBe(1);
  });

  test("of months begin on the first", () => {
    const { starts } = barsOf({ from: day("2023-01-15"), to: day("2024-03-10") });
    expect(starts.slice(0, 2).map(isoDate)).toEqual(["2023-01-15", "2023-02-01"]);
    expect(starts).toHaveLength(15);
  });

  test("cover their range exactly once: every day belongs to the one bar that begins at or before it", () => {
    fc.assert(
      fc.property(ranges, (range) => {
        const { size, starts } = barsOf(range);
        expect(starts[0]).toBe(range.from);
        const firstDays = new Set<number>();
        for (let any = range.from; any <= range.to; any++) firstDays.add(Math.max(barStart(any, size), range.from));
        expect(starts).toEqual([...firstDays]);
      }),
      { numRuns: 60 },
    );
  });
});
