import { expect, test } from "vitest";
import type { Time } from "../time.ts";
import { createPace } from "./pace.ts";

const START = Date.parse("2026-11-26T12:00:00Z");

/** Time that passes only while somebody sleeps, each sleep a little longer than it was to be. */
function sleepyTime(late: number): Time & { set: (now: number) => void } {
  let now = START;
  return {
    now: () => now,
    sleep: async (ms) => {
      now += ms + late;
    },
    set: (to) => {
      now = to;
    },
  };
}

async function turnsAt(time: Time, count: number): Promise<number[]> {
  const turn = createPace(time);
  return Promise.all(Array.from({ length: count }, () => turn().then(() => time.now() - START)));
}

test("the first request waits for nobody", async () => {
  expect(await turnsAt(sleepyTime(0), 1)).toEqual([0]);
});

test("no second has more than fifty requests, wherever it begins, even where timers are late", async () => {
  for (const late of [0, 1, 7, 40]) {
    const turns = await turnsAt(sleepyTime(late), 400);
    for (const [index, at] of turns.entries()) {
      const within = turns.slice(index).filter((other) => other < at + 1000);
      expect(within.length).toBeLessThanOrEqual(50);
    }
  }
});

test("many requests take hardly longer than the limit forces them to", async () => {
  const turns = await turnsAt(sleepyTime(1), 10_000);
  expect(turns.at(-1)! / 199_000).toBeLessThan(1.05);
});

test("a clock that is set back keeps nobody waiting", async () => {
  const time = sleepyTime(0);
  const turn = createPace(time);
  await turn();
  time.set(START - 3_600_000);
  await turn();
  expect(time.now()).toBeLessThan(START - 3_600_000 + 1100);
});
