import { setImmediate as nextTurn } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PARTS } from "../insights/index.ts";
import {
  artist,
  checkLedger,
  createTestContext,
  fold,
  plays,
  record,
  rowsOf,
  type TestContext,
  track,
} from "../testing/index.ts";
import { keepRollupsFolded } from "./keep-folded.ts";

const TRACKS = Array.from({ length: PARTS }, (_, n) => `t${n}`);
/** Of each track: more than are folded at once, of all together. */
const MANY = 150;
const ROUND = PARTS * MANY;

let context: TestContext;
let folding: ReturnType<typeof keepRollupsFolded>;
beforeEach(async () => {
  context = await createTestContext();
  await record(context, artist("a1"), ...TRACKS.map((id) => track(id, ["a1"])));
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  folding = keepRollupsFolded(context);
});
afterEach(async () => {
  await folding.stop();
  vi.useRealTimers();
  expect(await checkLedger(context)).toEqual([]);
  context.close();
});

const playAll = async () => {
  for (const id of TRACKS) await record(context, ...plays(id, MANY));
};

/** Lets time pass, and what it sets off end. */
async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
  for (let turn = 0; turn < 20; turn++) await nextTurn();
}

const folded = async () => Number((await rowsOf(context.db, "SELECT sum(plays) AS n FROM track_days"))[0]!.n ?? 0);

test("a few plays are folded at once, soon after they came", async () => {
  await record(context, ...plays("t1", 3), ...plays("t2", 3));
  folding.soon();
  await pass(60);
  expect(await folded()).toBe(6);
});

const TURN = 1000 / PARTS;

/** The first turns, which fold all that has waited. */
async function begin(): Promise<void> {
  await playAll();
  await pass(1000 - TURN);
  for (let turn = 1; turn <= 4; turn++) {
    await pass(TURN);
    expect(await folded()).toBe((turn * ROUND) / 4);
  }
}

test("while much comes in, one part has its turn after the other, and all have had one within the second", async () => {
  await begin();
  await playAll();
  for (let turn = 1; turn <= PARTS; turn++) {
    await pass(TURN);
    expect(await folded()).toBe(ROUND + turn * MANY);
  }
});

test("it goes on like that when all parts were made level in between, as by a refresh", async () => {
  await begin();
  await playAll();
  await fold(context);
  await playAll();
  await pass(TURN);
  expect(await folded()).toBe(2 * ROUND + MANY);
});

test("a turn that comes late takes those along that were missed", async () => {
  await begin();
  await playAll();
  // The first of four turns waits behind a write that takes as long as all of them.
  await context.write(async () => {
    vi.advanceTimersByTime(4 * TURN);
  });
  await pass(0);
  await pass(0);
  expect(await folded()).toBe(ROUND + 4 * MANY);
});

test("when less comes in, all is folded at once again", async () => {
  await begin();
  for (let turn = 0; turn <= PARTS + 1; turn++) await pass(TURN);
  await record(context, ...plays("t1", 3), ...plays("t2", 3));
  await pass(1000);
  expect(await folded()).toBe(ROUND + 6);
});
