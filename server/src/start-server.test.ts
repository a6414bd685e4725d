import { isIPv6 } from "node:net";
import { networkInterfaces } from "node:os";
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

const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
const hasIPv6 = addresses.some(({ address }) => address === "::1");

test.each<[string, RegExp]>([
  ["127.0.0.1", /^http:\/\/localhost:\d+$/],
  ["::", /^http:\/\/localhost:\d+$/],
  ["::1", /^http:\/\/\[::1\]:\d+$/],
])("a server that listens on %s is reached at the address that it tells", async (host, address) => {
  if (isIPv6(host) && !hasIPv6) return;
  const config = readConfig({ DATABASE_URL: `file:${context.file}`, HOST: host, PORT: "0", LOG_LEVEL: "silent" });
  const server = await startServer(config);
  await fetch(server.url).finally(server.stop);
  expect([server.url, server.publicUrl]).toEqual([expect.stringMatching(address), server.url]);
});
