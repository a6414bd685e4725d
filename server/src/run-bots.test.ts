import { afterEach, beforeEach, expect, test } from "vitest";
import { runBots } from "./run-bots.ts";
import { createTestContext, rowsOf, type TestContext } from "./testing/index.ts";

let context: TestContext;
const running: { stop(): Promise<void> }[] = [];
beforeEach(async () => {
  context = await createTestContext();
});
afterEach(async () => {
  for (const bots of running.splice(0)) await bots.stop();
  context.close();
});

/** Starts the bots of a server on this machine; nobody listens there. */
async function start(port: number): Promise<{ stop(): Promise<void> }> {
  const bots = await runBots(context.db, `http://127.0.0.1:${port}`, context.log);
  running.push(bots);
  return bots;
}

const keys = async () =>
  (await rowsOf(context.db, "SELECT id FROM api_keys ORDER BY created_at, id")).map(({ id }) => id);

test("servers on one database have a key each: one's start and stop leave the other's as it is", async () => {
  await start(1);
  const [first] = await keys();
  const second = await start(2);
  expect(await keys()).toHaveLength(2);
  expect(await keys()).toContain(first);
  await second.stop();
  expect(await keys()).toEqual([first]);
});

test("the key of a server that was killed goes when it starts again", async () => {
  await start(1);
  const [first] = await keys();
  await start(1);
  expect(await keys()).toHaveLength(1);
  expect(await keys()).not.toContain(first);
});
