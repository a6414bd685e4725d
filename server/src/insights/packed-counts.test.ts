import { expect, test } from "vitest";
import { seededRandom } from "../demo/random.ts";
import { type Counts, packCounts, unpackCounts } from "./packed-counts.ts";

const unpacked = (bytes: Uint8Array): [number, number][] => {
  const pairs: [number, number][] = [];
  unpackCounts(bytes, (key, count) => pairs.push([key, count]));
  return pairs;
};

test("counts come back as they were, ascending by key, whatever the order in which they came", () => {
  const random = seededRandom(11);
  for (let round = 0; round < 200; round++) {
    const upTo = 2 ** Math.ceil(random() * 32);
    const pairs = Array.from({ length: Math.floor(random() * 60) }, (): [number, number] => [
      Math.floor(random() * upTo),
      1 + Math.floor(random() ** 4 * 2 ** 40),
    ]);
    const counts = new Map(pairs);
    const bytes = packCounts(counts);
    expect(unpacked(bytes)).toEqual([...counts].sort(([a], [b]) => a - b));
    expect(packCounts(new Map([...counts].reverse()))).toEqual(bytes);
  }
});

test.each<[string, Counts, number[]]>([
  ["nobody", new Map(), []],
  ["guests, who are key 0", new Map([[0, 3]]), [0, 3]],
  [
    "neighbours and a far one",
    new Map([
      [5, 1],
      [6, 127],
      [300, 128],
    ]),
    [5, 1, 1, 127, 128 + 38, 2, 128, 1],
  ],
])("the bytes of %s", (_, counts, bytes) => {
  expect([...packCounts(counts)]).toEqual(bytes);
});
