import fc from "fast-check";
import { expect, test } from "vitest";
import { PreciseSum } from "./precise-sum.ts";

const sum = (terms: readonly number[]) => {
  const total = new PreciseSum();
  for (const term of terms) total.add(term);
  return total.value;
};

test("nothing sums to 0", () => {
  expect(sum([])).toBe(0);
});

test("keeps what plain addition loses", () => {
  expect(sum(Array(10).fill(0.1))).toBe(1);
  expect(sum([1, 1e100, 1, -1e100])).toBe(2);
});

test("is within one last bit of the exact sum, in any order", () => {
  // Terms of a whole number of 2^-40, so that BigInt can tell the exact sum.
  const terms = fc.array(fc.integer({ min: 0, max: 2 ** 50 }), { minLength: 1, maxLength: 300 });
  fc.assert(
    fc.property(terms, (units) => {
      const exact = Number(units.reduce((total, unit) => total + BigInt(unit), 0n)) / 2 ** 40;
      const values = units.map((unit) => unit / 2 ** 40);
      for (const ordered of [values, values.toReversed(), values.toSorted((a, b) => a - b)]) {
        expect(Math.abs(sum(ordered) - exact)).toBeLessThanOrEqual(exact * Number.EPSILON);
      }
    }),
  );
});
