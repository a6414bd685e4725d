import { afterEach, beforeEach, expect, test } from "vitest";
import { openDatabase } from "../db/client.ts";
import { createWrites } from "../db/write.ts";
import {
  artist,
  checkLedger,
  createTestContext,
  play,
  record,
  rowsOf,
  type TestContext,
  track,
  xpOf,
} from "../testing/index.ts";
import { keepKnown, learn, nothingKnown } from "./known.ts";

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext();
  await record(context, artist("a1"), track("t1", ["a1"]));
});
afterEach(async () => {
  expect(await checkLedger(context)).toEqual([]);
  context.close();
});

/** The same ledger as another process has it. */
async function elsewhere<T>(work: (other: TestContext) => Promise<T>): Promise<T> {
  const db = await openDatabase({ url: `file:${context.file}`, authToken: undefined });
  const known = keepKnown(db);
  try {
    return await work({ ...context, db, known, ...createWrites({ db, onUndone: known.forget }) });
  } finally {
    db.$client.close();
  }
}

const counted = async () =>
  (await rowsOf(context.db, "SELECT counted FROM plays ORDER BY seq")).map((row) => row.counted);

test("plays are judged by who is credited now, not when the batch before came", async () => {
  await record(context, play("t1", { listenerId: "a2" }));
  await record(context, artist("a2"), track("t1", ["a1", "a2"], { title: "Together" }));
  await record(context, play("t1", { listenerId: "a2" }));
  expect(await counted()).toEqual([1, 0]);
});

test("what another process changed is seen by the next batch", async () => {
  await record(context, play("t1", { listenerId: "a2" }));
  await elsewhere((other) => record(other, artist("a2"), track("t1", ["a1", "a2"], { title: "Together" })));
  await record(context, play("t1", { listenerId: "a2" }), play("t1", { listenerId: "u1" }));
  expect(await counted()).toEqual([1, 0, 1]);
  expect(await xpOf(context.db, "a1")).toMatchObject({ play: 2 });
  expect(await xpOf(context.db, "a2")).toMatchObject({ play: 1 });
});

test("a listener has one key, whichever process met them first", async () => {
  await record(context, play("t1", { listenerId: "u1" }));
  await elsewhere((other) => record(other, play("t1", { listenerId: "u2" }), play("t1", { listenerId: "u1" })));
  await record(context, play("t1", { listenerId: "u2" }));
  const heard = await rowsOf(context.db, "SELECT id FROM plays JOIN listeners ON key = listener_key ORDER BY seq");
  expect(heard.map(({ id }) => id)).toEqual(["u1", "u2", "u1", "u2"]);
});

test("a batch that could not be kept leaves no listener behind whose key nobody has", async () => {
  await record(context, play("t1", { listenerId: "u1" }));
  await context.db.$client.execute(
    "CREATE TRIGGER refuse BEFORE UPDATE ON producers BEGIN SELECT RAISE(ABORT, 'refused'); END",
  );
  await expect(record(context, play("t1", { listenerId: "u2" }))).rejects.toThrow();
  await context.db.$client.execute("DROP TRIGGER refuse");
  await record(context, play("t1", { listenerId: "u2" }));
  const heard = await rowsOf(context.db, "SELECT id FROM plays JOIN listeners ON key = listener_key ORDER BY seq");
  expect(heard.map(({ id }) => id)).toEqual(["u1", "u2"]);
});

test("no more is kept than what is asked for all the time", async () => {
  const known = nothingKnown();
  for (let key = 1; key <= 50_001; key++) known.listeners.set(`gone${key}`, key);
  for (let key = 1; key <= 10; key++) known.ownTracks.set(`u${key}`, new Set());
  await context.write((tx) => learn(tx, known, [{ source: "tests", trackId: "t1", listenerId: "u1" }]));
  expect([known.listeners.size, known.ownTracks.size, known.tracks.size]).toEqual([0, 10, 1]);
});
