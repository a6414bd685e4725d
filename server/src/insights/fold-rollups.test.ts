import { afterEach, beforeEach, expect, test } from "vitest";
import { rebuild } from "../rebuild/index.ts";
import {
  artist,
  checkLedger,
  createTestContext,
  fold,
  play,
  record,
  rowsOf,
  type TestContext,
  track,
  trackUpdate,
} from "../testing/index.ts";
import { FOLD_STEP, foldEverything, foldRollups, PARTS } from "./fold-rollups.ts";
import { readInsights } from "./read-insights.ts";

const TRACKS = Array.from({ length: 3 * PARTS }, (_, n) => `t${n}`);

const ONE_PART = { over: 0, parts: 1 };

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext();
  await record(context, artist("a1"), ...TRACKS.map((id) => track(id, ["a1"], { durationMs: 200_000 })));
});
afterEach(async () => {
  expect(await checkLedger(context)).toEqual([]);
  context.close();
});

const playAll = (round: number) =>
  record(
    context,
    ...TRACKS.map((id, n) => play(id, { listenerId: `u${n % 5}`, listenedMs: (n + round) * 9000, country: "CA" })),
  );

const foldedPlays = async () => (await rowsOf(context.db, "SELECT sum(plays) AS n FROM track_days"))[0]!.n;

test("one part of the tracks is folded at a time, the one furthest behind, until none is left", async () => {
  await playAll(1);
  const seen: unknown[] = [];
  for (let turn = 0; turn < PARTS; turn++) {
    await foldRollups(context, ONE_PART);
    seen.push(await foldedPlays());
  }
  expect(seen).toEqual(Array.from({ length: PARTS }, (_, n) => (n + 1) * (TRACKS.length / PARTS)));
  expect(await foldRollups(context, ONE_PART)).toMatchObject({ folded: 0, left: 0 });
});

test("parts that are late have their turn together", async () => {
  await playAll(1);
  await foldRollups(context, { over: 0, parts: 5 });
  expect(await foldedPlays()).toBe(5 * (TRACKS.length / PARTS));
  await foldRollups(context, { over: 0, parts: PARTS - 5 });
  expect(await foldedPlays()).toBe(TRACKS.length);
});

test("parts that stand apart each go on from where they are, and every play is folded once", async () => {
  await playAll(1);
  for (let turn = 0; turn < PARTS / 2; turn++) await foldRollups(context, ONE_PART);
  await playAll(2);
  await foldRollups(context, ONE_PART);
  await playAll(3);
  await fold(context);
  expect(await foldedPlays()).toBe(3 * TRACKS.length);
});

test("parts that are far behind go on in steps, those furthest behind first", async () => {
  const far = FOLD_STEP + 1000;
  // As if much had come in between: places in the log have gaps.
  await playAll(1);
  for (let turn = 0; turn < PARTS / 2; turn++) await foldRollups(context, ONE_PART);
  await context.db.$client.execute(`UPDATE sqlite_sequence SET seq = seq + ${far} WHERE name = 'plays'`);
  await playAll(2);
  await foldRollups(context, ONE_PART);
  const { left } = await foldRollups(context);
  expect(left).toBeGreaterThan(0);
  await fold(context);
  expect(await foldedPlays()).toBe(2 * TRACKS.length);
});

test("folding everything ends where plays are removed meanwhile, as with the demo", async () => {
  await playAll(1);
  await context.db.$client.execute(`UPDATE sqlite_sequence SET seq = seq + ${2 * FOLD_STEP} WHERE name = 'plays'`);
  await playAll(2);
  const write: TestContext["write"] = async (work) => {
    const result = await context.write(work);
    await context.db.$client.execute(`DELETE FROM plays WHERE seq > ${FOLD_STEP}`);
    return result;
  };
  await foldEverything({ ...context, write });
  expect(await foldedPlays()).toBe(TRACKS.length);
  await rebuild(context, { check: false });
});

test("a track whose duration changed is made anew from what its own part has seen", async () => {
  await playAll(1);
  for (let turn = 0; turn < PARTS / 2; turn++) await foldRollups(context, ONE_PART);
  await record(context, ...TRACKS.map((id) => trackUpdate(id, { durationMs: 100_000 })));
  await playAll(2);
  for (let turn = 0; turn < 3; turn++) await foldRollups(context, ONE_PART);
  await fold(context);
  expect(await foldedPlays()).toBe(2 * TRACKS.length);
  // 9 s a round and track: from the eleventh on, more was heard than the track now lasts.
  const capped = await rowsOf(context.db, "SELECT max(capped_ms) AS ms FROM track_days");
  expect(capped).toEqual([{ ms: 200_000 }]);
});

test("a day that is heard all the time is appended to, and now and then made one again", async () => {
  const most: number[] = [];
  for (let round = 1; round <= 70; round++) {
    await record(context, play("t1", { listenerId: `u${round % 3}`, country: round % 2 ? "CA" : "FR" }));
    await fold(context);
    most.push(Number((await rowsOf(context.db, "SELECT max(runs) AS n FROM track_day_audience"))[0]!.n));
  }
  expect(Math.max(...most)).toBe(31);
  expect(most.at(-1)).toBe(8);
  const { locations, listeners } = await readInsights(context, { seesAll: true }, { kind: "track", id: "t1" }, {});
  expect(locations.map(({ name, plays }) => [name, plays])).toEqual([
    ["CA", 35],
    ["FR", 35],
  ]);
  expect(listeners.map(({ plays }) => plays)).toEqual([24, 23, 23]);
});
