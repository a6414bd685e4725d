import type { NewKey } from "@beatpass/shared/contracts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createApiKey } from "../accounts/index.ts";
import { apiKeys } from "../db/schema/index.ts";
import {
  artist,
  createTestApp,
  createTestContext,
  play,
  record,
  type SignedIn,
  TEST_ORIGIN,
  type TestApp,
  type TestContext,
  track,
} from "../testing/index.ts";

let context: TestContext;
let api: TestApp;
let own: SignedIn;
beforeEach(async () => {
  context = await createTestContext();
  api = createTestApp(context);
  await record(context, artist("me"), track("t1", ["me"]));
  own = await api.signIn("me@example.org", { producerId: "me" });
});
afterEach(() => context.close());

const ask = (headers: Record<string, string>, method: string, path: string, body?: unknown) =>
  api.app.request(`${TEST_ORIGIN}${path}`, {
    method,
    headers: { ...headers, origin: TEST_ORIGIN, "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

/** A stream that is being read. */
async function follow(headers: Record<string, string>, path: string) {
  const answer = await ask(headers, "GET", path);
  expect(answer.status).toBe(200);
  const reader = answer.body!.getReader();
  const decoder = new TextDecoder();
  const stream = { text: "", ended: false, stop: () => reader.cancel() };
  void (async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      stream.text += decoder.decode(value);
    }
    stream.ended = true;
  })();
  return stream;
}

test("a stream ends once whoever opened it is let in no longer, and goes on for everybody else", async () => {
  const made = await ask(own.cookie, "POST", "/v1/account/keys", { note: "Screen" });
  const { id, key } = (await made.json()) as NewKey;
  const bot = { authorization: `Bearer ${await createApiKey(context.db, { scope: "bot" })}` };
  const other = await api.signIn("also-me@example.org", { producerId: "me" });
  const ofKey = await follow({ authorization: `Bearer ${key}` }, "/v1/stream");
  const ofBot = await follow(bot, "/v1/deliveries/stream");
  const ofSession = await follow(other.bearer, "/v1/stream");
  const open = await follow(own.cookie, "/v1/stream");
  await expect.poll(() => open.text).toContain("connected");
  expect((await ask(own.cookie, "DELETE", `/v1/account/keys/${id}`)).status).toBe(204);
  expect((await ask(other.bearer, "DELETE", "/v1/session")).status).toBe(204);
  await context.db.update(apiKeys).set({ revokedAt: new Date() });
  for (const ended of [ofKey, ofBot, ofSession]) await expect.poll(() => ended.ended, { timeout: 10_000 }).toBe(true);
  await record(context, play("t1"));
  await expect.poll(() => open.text).toContain("event: progress");
  expect(open.ended).toBe(false);
  for (const ended of [ofKey, ofSession]) expect(ended.text).not.toContain("event: ");
  await open.stop();
});
