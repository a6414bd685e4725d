import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMonths } from "./months.ts";

const later = (from: string, months: number) => new Date(addMonths(Date.parse(from), months)).toISOString();

describe("calendar months later", () => {
  test("is the same day and time", () => {
    expect(later("2024-01-15T13:14:15.016Z", 3)).toBe("2024-04-15T13:14:15.016Z");
    expect(later("2023-11-05T00:00:00Z", 3)).toBe("2024-02-05T00:00:00.000Z");
  });

  test("clamps the day to the month's end", () => {
    expect(later("2023-11-30T23:59:59Z", 3)).toBe("2024-02-29T23:59:59.000Z");
    expect(later("2022-11-30T23:59:59Z", 3)).toBe("2023-02-28T23:59:59.000Z");
    expect(later("2024-02-29T10:00:00Z", 12)).toBe("2025-02-28T10:00:00.000Z");
    expect(later("2024-08-31T10:00:00Z", 6)).toBe("2025-02-28T10:00:00.000Z");
  });

  test("never brings a younger profile before an older one", () => {
    const instant = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2060, 0) });
    fc.assert(
      fc.property(instant, instant, fc.constantFrom(3, 6, 12, 24, 36), (a, b, months) => {
        expect(addMonths(Math.min(a, b), months)).toBeLessThanOrEqual(addMonths(Math.max(a, b), months));
      }),
    );
  });
});
