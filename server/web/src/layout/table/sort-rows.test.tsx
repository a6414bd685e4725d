import { expect, test } from "vitest";
import { sortRows } from "./sort-rows.ts";

const rows: { name: string; growth?: number }[] = [
  { name: "b", growth: 1 },
  { name: "none" },
  { name: "a", growth: -2 },
];
const sorted = (ascending: boolean) =>
  sortRows(rows, { by: "growth", ascending }, ({ growth }) => growth, "en").map(({ name }) => name);

test("what is not known comes last, whichever way the rest is sorted", () => {
  expect(sorted(true)).toEqual(["a", "b", "none"]);
  expect(sorted(false)).toEqual(["b", "a", "none"]);
});
