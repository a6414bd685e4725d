import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { topByCount, topByRank } from "./achievements/progress.ts";
import { isReached } from "./achievements/types.ts";
import { isInTop, makeField, placeIn, TOP_PERCENTS, topSize } from "./fields.ts";

const places = (values: number[]) => values.map(placeIn(makeField(values)));
const fields = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 60 });
const percents = fc.constantFrom(...TOP_PERCENTS);

describe("a place in a field", () => {
  test("is the worse rank of those who tie", () => {
    expect(places([9, 7, 7, 7, 1]).map(({ rank }) => rank)).toEqual([1, 4, 4, 4, 5]);
  });

  test("in a top 5 % needs 20 in the field", () => {
    const descending = (size: number) => Array.from({ length: size }, (_, index) => size - index);
    expect(isInTop(places(descending(19))[0]!, 5)).toBe(false);
    expect(isInTop(places(descending(20))[0]!, 5)).toBe(true);
    expect(isInTop(places(descending(20))[1]!, 5)).toBe(false);
  });

  test("a crowd of equals is not all on top", () => {
    expect(places(Array(40).fill(3)).some((place) => isInTop(place, 50))).toBe(false);
  });

  test("in a top p is had by floor(p × N) at most", () => {
    expect(topSize(30, 15)).toBe(4);
    expect(topSize(100, 5)).toBe(5);
    fc.assert(
      fc.property(fields, percents, (values, percent) => {
        const top = places(values).filter((place) => isInTop(place, percent));
        expect(top.length).toBeLessThanOrEqual(Math.floor((values.length * percent) / 100));
      }),
    );
  });
});

describe("progress to a place", () => {
  test("by count names the figure that is enough: one more than the last one's, as ties share the worse rank", () => {
    const [first, , last] = places([9, 7, 2, 1]);
    expect(topByCount(last, 50, "tracks")).toEqual({ current: 2, target: 8, unit: "tracks" });
    expect(topByCount(first, 50, "tracks")).toEqual({ current: 9, target: 7, unit: "tracks" });
  });

  test("has no target while the field is too small, and nothing outside of it", () => {
    expect(topByCount(places([9])[0], 50, "plays")).toEqual({ current: 9, unit: "plays" });
    expect(topByRank(places([9])[0], 50)).toEqual({ current: 0 });
    expect(topByCount(undefined, 50, "plays")).toEqual({});
    expect(topByRank(undefined, 50)).toEqual({});
  });

  test("is complete exactly for those in the top p", () => {
    fc.assert(
      fc.property(fields, percents, (values, percent) => {
        for (const place of places(values)) {
          expect(isReached(topByCount(place, percent, "plays"))).toBe(isInTop(place, percent));
          expect(isReached(topByRank(place, percent))).toBe(isInTop(place, percent));
        }
      }),
    );
  });

  test("by count does not promise too little nor ask too much", () => {
    fc.assert(
      fc.property(fields, percents, (values, percent) => {
        const { current, target } = topByCount(places(values)[0], percent, "plays");
        fc.pre(target !== undefined && current! < target);
        const reaching = (figure: number) => isInTop(places([figure, ...values.slice(1)])[0]!, percent);
        expect(reaching(target!)).toBe(true);
        expect(reaching(target! - 1)).toBe(false);
      }),
    );
  });
});
