import { expect, test } from "vitest";
import { seededRandom } from "../demo/random.ts";
import { countKeys, NO_COUNTS, unpackCounts } from "./packed-counts.ts";

const unpacked = (bytes: Uint8Array): [number, number][] => {
  const pairs: [number, number][] = [];
  unpackCounts(bytes, (key, count) => pairs.push([key, count]));
  return pairs;
};

test("keys are counted, ascending, whatever the order and the steps in which they came", () => {
  const random = seededRandom(11);
  for (let round = 0; round < 200; round++) {
    const upTo = 2 ** Math.ceil(random() * 32);
    const keys = Array.from({ length: Math.floor(random() * 300) }, () => Math.floor(random() ** 3 * upTo));
    const counts = [...Map.groupBy(keys, (key) => key)].map(([key, { length }]) => [key, length]);
    const atOnce = countKeys(NO_COUNTS, keys);
    expect(unpacked(atOnce)).toEqual(counts.sort(([a], [b]) => a! - b!));
    const cut = Math.floor(random() * keys.length);
    const inSteps = countKeys(countKeys(NO_COUNTS, keys.slice(cut)), keys.slice(0, cut));
    expect(inSteps.equals(atOnce)).toBe(true);
  }
});

test("a count grows beyond what its bytes held", () => {
  let packed: Uint8Array = NO_COUNTS;
  for (let step = 0; step < 20; step++) packed = countKeys(packed, [...new Array(1000).fill(7), 9]);
  expect(unpacked(packed)).toEqual([
    [7, 20_000],
    [9, 20],
  ]);
});

test.each<[string, number[], number[]]>([
  ["nobody", [], []],
  ["guests, who are key 0", [0, 0, 0], [0, 3]],
  [
    "neighbours and a far one",
    [300, 5, ...new Array(127).fill(6), ...new Array(127).fill(300)],
    [5, 1, 1, 127, 128 + 38, 2, 128, 1],
  ],
  ["the last key there is", [2 ** 32 - 1], [255, 255, 255, 255, 15, 1]],
])("the bytes of %s", (_, keys, bytes) => {
  expect([...countKeys(NO_COUNTS, keys)]).toEqual(bytes);
});
