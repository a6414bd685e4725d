import { afterEach, beforeEach, expect, test } from "vitest";
import { readConfig } from "./config.ts";
import { startServer } from "./start-server.ts";
import { artist, createTestContext, play, record, rowsOf, type TestContext, track } from "./testing/index.ts";

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext();
});
afterEach(() => context.close());

test("a server that finds roll-ups to make makes them before it listens: nobody sees half of them", async () => {
  await record(context, artist("a1"), track("t1", ["a1"]), play("t1"), play("t1"));
  const played = () =>
    rowsOf(context.db, "SELECT t.plays, d.plays AS day FROM tracks t JOIN track_days d ON d.track_key = t.key");
  expect(await played()).toEqual([]);
  let atFirst: unknown;
  const config = readConfig({ DATABASE_URL: `file:${context.file}`, PORT: "0", LOG_LEVEL: "silent" });
  const server = await startServer(config, async () => {
    atFirst = await played();
  });
  await server.stop();
  expect(atFirst).toEqual([{ plays: 2, day: 2 }]);
});
