import { expect, test } from "vitest";
import { seededRandom } from "../demo/random.ts";
import { mergeRuns, packKeys, unpackCounts } from "./packed-counts.ts";

const unpacked = (bytes: Uint8Array): [number, number][] => {
  const pairs: [number, number][] = [];
  unpackCounts(bytes, (key, count) => pairs.push([key, count]));
  return pairs;
};

const RUN_START = Buffer.of(0, 0);

test("keys are counted, ascending, whatever the order in which they came and the runs they are in", () => {
  const random = seededRandom(11);
  for (let round = 0; round < 200; round++) {
    const upTo = 2 ** Math.ceil(random() * 32);
    const keys = Array.from({ length: Math.floor(random() * 300) }, () => Math.floor(random() ** 3 * upTo));
    const counts = [...Map.groupBy(keys, (key) => key)].map(([key, { length }]) => [key, length]);
    const atOnce = packKeys(keys);
    expect(unpacked(atOnce)).toEqual(counts.sort(([a], [b]) => a! - b!));
    const cut = Math.floor(random() * keys.length);
    const runs = Buffer.concat([packKeys(keys.slice(cut)), RUN_START, packKeys(keys.slice(0, cut))]);
    expect(mergeRuns(runs).equals(atOnce)).toBe(true);
    expect(mergeRuns(atOnce).equals(atOnce)).toBe(true);
  }
});

test("runs add up, empty ones as well", () => {
  const runs = [[7, 9, 7], [], [7], [9], []].map((keys) => packKeys(keys));
  const packed = Buffer.concat(runs.flatMap((run, index) => (index === 0 ? [run] : [RUN_START, run])));
  expect(unpacked(packed)).toEqual([
    [7, 2],
    [9, 1],
    [7, 1],
    [9, 1],
  ]);
  expect(unpacked(mergeRuns(packed))).toEqual([
    [7, 3],
    [9, 2],
  ]);
});

test("a count grows beyond what its bytes held", () => {
  const runs = Array.from({ length: 20 }, () => [packKeys([...new Array(1000).fill(7), 9]), RUN_START]).flat();
  expect(unpacked(mergeRuns(Buffer.concat(runs)))).toEqual([
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
  expect([...packKeys(keys)]).toEqual(bytes);
});
