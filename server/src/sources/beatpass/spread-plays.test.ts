import { describe, expect, test } from "vitest";
import { spreadPlays } from "./spread-plays.ts";

describe("the plays between two totals", () => {
  test("lie evenly between the two readings, each in its own place of the count", () => {
    expect(spreadPlays("t", { from: 10, to: 14 }, { start: 1000, end: 1800 })).toEqual([
      { trackId: "t", eventId: "play/t/11", at: 1100 },
      { trackId: "t", eventId: "play/t/12", at: 1300 },
      { trackId: "t", eventId: "play/t/13", at: 1500 },
      { trackId: "t", eventId: "play/t/14", at: 1700 },
    ]);
  });

  test("come after the first reading and not after the second, however many there are", () => {
    for (const plays of [1, 2, 7, 5000]) {
      const times = spreadPlays("t", { from: 0, to: plays }, { start: 1000, end: 1900 }).map(({ at }) => at);
      expect(Math.min(...times)).toBeGreaterThan(1000);
      expect(Math.max(...times)).toBeLessThanOrEqual(1900);
    }
  });

  test("have the time of the reading where no time passed", () => {
    const at = (interval: { start: number; end: number }) =>
      spreadPlays("t", { from: 0, to: 2 }, interval).map((play) => play.at);
    expect(at({ start: 500, end: 500 })).toEqual([500, 500]);
    expect(at({ start: 900, end: 500 })).toEqual([500, 500]);
  });
});
