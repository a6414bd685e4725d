import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareCodePoints, compareIds } from "./compare-ids.ts";

describe("ids", () => {
  test("that are numeric are ordered as numbers", () => {
    expect(["10", "9", "100", "007", "8"].sort(compareIds)).toEqual(["007", "8", "9", "10", "100"]);
  });

  test("too long for a number are still ordered as numbers", () => {
    expect(["90071992547409931", "90071992547409930"].sort(compareIds)).toEqual([
      "90071992547409930",
      "90071992547409931",
    ]);
  });

  test("that are not numeric are ordered by code point, after the numeric ones", () => {
    expect(["b", "a10", "a9", "Z", "10", "1a", "9"].sort(compareIds)).toEqual(["9", "10", "1a", "Z", "a10", "a9", "b"]);
  });

  test("have one order only: equal alone to themselves, and no circles", () => {
    const ids = fc.oneof(fc.stringMatching(/^[0-9]{1,4}$/), fc.stringMatching(/^[0-9a-c]{1,4}$/));
    fc.assert(
      fc.property(ids, ids, ids, (a, b, c) => {
        expect(Math.sign(compareIds(a, b))).toBe(-Math.sign(compareIds(b, a)) + 0);
        expect(compareIds(a, b) === 0).toBe(a === b);
        if (compareIds(a, b) < 0 && compareIds(b, c) < 0) expect(compareIds(a, c)).toBeLessThan(0);
      }),
    );
  });
});

describe("code points", () => {
  test("order what UTF-16 would not: U+FF5E before an emoji", () => {
    expect("\uff5e" < "😀").toBe(false);
    expect(compareCodePoints("\uff5e", "😀")).toBeLessThan(0);
    expect(compareCodePoints("😀", "😁")).toBeLessThan(0);
  });

  test("order any two strings as their lists of code points", () => {
    const text = fc.string({ unit: "binary", maxLength: 8 });
    const byPoints = (a: string, b: string): number => {
      const [left, right] = [[...a], [...b]].map((list) => list.map((point) => point.codePointAt(0)!)) as [
        number[],
        number[],
      ];
      const at = left.findIndex((point, index) => point !== right[index]);
      return at === -1 ? left.length - right.length : left[at]! - (right[at] ?? -1);
    };
    fc.assert(fc.property(text, text, (a, b) => Math.sign(compareCodePoints(a, b)) === Math.sign(byPoints(a, b))));
  });
});
