import { afterEach, beforeEach, expect, test } from "vitest";
import { createAuth } from "../accounts/auth.ts";
import { createApiKey, invite } from "../accounts/index.ts";
import { createKey } from "../admin/create-key.ts";
import {
  artist,
  createTestApp,
  createTestContext,
  play,
  plays,
  record,
  rowsOf,
  TEST_ORIGIN,
  type TestApp,
  type TestContext,
  track,
} from "../testing/index.ts";

let context: TestContext;
let api: TestApp;
let key: Record<string, string>;
beforeEach(async () => {
  context = await createTestContext();
  api = createTestApp(context);
  key = { authorization: `Bearer ${await createApiKey(context.db, { scope: "admin" })}` };
  await record(context, artist("me"), track("t1", ["me"]));
});
afterEach(() => context.close());

type Body = string | Uint8Array<ArrayBuffer>;
const ask = (method: string, path: string, body?: Body, headers: Record<string, string> = {}) =>
  api.app.request(`${TEST_ORIGIN}${path}`, {
    method,
    headers: { ...key, "content-type": "application/json", ...headers },
    ...(body !== undefined && { body }),
  });

const EVENTS = "/v1/events";
const ODD = new Uint8Array([...Buffer.from('{"id":"'), 0xff, 0xfe, ...Buffer.from('"}')]);
const tooMany = JSON.stringify(plays("t1", 10_001));

test.each<[what: string, method: string, path: string, body: Body | undefined, field: string]>([
  ["a cursor of one's own", "GET", "/v1/leaderboards/overall?cursor=garbage", undefined, "cursor"],
  ["an empty cursor", "GET", "/v1/leaderboards/overall?cursor=", undefined, "cursor"],
  ["a range that is too long", "GET", "/v1/tracks/t1/insights?from=0001-01-01&to=9999-12-31", undefined, "from"],
  [
    "a range that begins too long ago",
    "GET",
    "/v1/tracks/t1/insights?from=0000-01-01&to=0000-01-10",
    undefined,
    "from",
  ],
  ["a range that ends too long ago", "GET", "/v1/tracks/t1/insights?to=0050-06-01", undefined, "to"],
  ["a range that runs backwards", "GET", "/v1/tracks/t1/insights?from=2026-02-01&to=2026-01-01", undefined, "from"],
  ["too many events", "POST", EVENTS, tooMany, "body"],
  ["events that are no JSON", "POST", EVENTS, "{bad", "body"],
  ["no events at all", "POST", EVENTS, "", "body"],
  ["events that are no UTF-8", "POST", EVENTS, ODD, "body"],
  ["a body that is no JSON", "POST", "/v1/admin/people", "{bad", "body"],
  ["an unknown producer", "POST", "/v1/admin/people", '{"email":"a@example.org","producerId":"nosuch"}', "producerId"],
])("%s is refused by the name of what is wrong", async (_, method, path, body, field) => {
  const answer = await ask(method, path, body);
  expect(answer.status).toBe(422);
  expect(answer.headers.get("content-type")).toContain("application/problem+json");
  const problem = (await answer.json()) as { detail: string; errors: { path: string; message: string }[] };
  expect(problem.errors).toEqual([{ path: field, message: expect.stringMatching(/\w/) }]);
  expect(problem.detail).toContain(problem.errors[0]!.message);
});

test("a compressed body is refused as what it is", async () => {
  const answer = await ask("POST", EVENTS, JSON.stringify([play("t1")]), { "content-encoding": "gzip" });
  expect(answer.status).toBe(415);
  expect(await answer.json()).toMatchObject({ detail: expect.stringContaining('content-encoding: "gzip"') });
});

test("another content type is refused with the one that is taken", async () => {
  const answer = await ask("POST", "/v1/admin/people", "email=a", {
    "content-type": "application/x-www-form-urlencoded",
  });
  expect(answer.status).toBe(415);
  expect(await answer.json()).toMatchObject({ detail: expect.stringContaining("application/json") });
});

test("an account is not made for what is no address, nor a key for a producer nobody knows", async () => {
  const accounts = createAuth({ ...context, secret: "s".repeat(40), publicUrl: TEST_ORIGIN });
  for (const email of ["notanemail", "x@y.z"]) {
    const made = invite({ db: context.db, accounts, publicUrl: TEST_ORIGIN }, { email, admin: true });
    await expect(made).rejects.toMatchObject({ code: "invalid", errors: [{ path: "email" }] });
  }
  expect(await rowsOf(context.db, "SELECT email FROM user")).toEqual([]);
  const wanted = { scope: "read" as const, producerId: "ghost", sources: ["*"], trusted: false, note: "" };
  await expect(createKey(context, wanted)).rejects.toMatchObject({ code: "invalid" });
});
