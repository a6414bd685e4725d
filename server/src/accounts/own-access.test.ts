import type { NewKey, OwnKey, PairedBrowser, PairingStarted, PairingTokenAnswer } from "@beatpass/shared/contracts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  artist,
  createTestApp,
  createTestContext,
  record,
  TEST_ORIGIN,
  type TestApp,
  type TestContext,
  track,
} from "../testing/index.ts";

let context: TestContext;
let api: TestApp;
let own: Record<string, string>;
let other: Record<string, string>;
beforeEach(async () => {
  context = await createTestContext();
  api = createTestApp(context);
  await record(context, artist("me"), artist("other"), track("t", ["me"]));
  own = (await api.signIn("me@example.org", { producerId: "me" })).cookie;
  other = (await api.signIn("other@example.org", { producerId: "other" })).cookie;
});
afterEach(() => context.close());

const ask = (who: Record<string, string>, method: string, path: string, body?: unknown) =>
  api.app.request(`${TEST_ORIGIN}${path}`, {
    method,
    headers: { ...who, origin: TEST_ORIGIN, ...(body !== undefined && { "content-type": "application/json" }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
const read = async <Answer>(who: Record<string, string>, path: string) =>
  (await (await ask(who, "GET", path)).json()) as Answer;

describe("a paired browser", () => {
  test("is listed by the name it gave, and revoked it reads nothing any more", async () => {
    const start = await ask({}, "POST", "/v1/pairing/start", { browser: "Firefox on Linux" });
    const { deviceCode, userCode } = (await start.json()) as PairingStarted;
    expect((await ask(own, "POST", "/v1/pairing/approve", { code: userCode })).status).toBe(204);
    const answer = await ask({}, "POST", "/v1/pairing/token", { deviceCode });
    const paired = (await answer.json()) as Extract<PairingTokenAnswer, { status: "paired" }>;
    const browser = { authorization: `Bearer ${paired.token}` };
    expect(await read(browser, "/v1/account/browsers")).toMatchObject({
      browsers: [{ browser: "Firefox on Linux", current: true }],
    });
    const { browsers } = await read<{ browsers: PairedBrowser[] }>(own, "/v1/account/browsers");
    expect(browsers).toMatchObject([{ browser: "Firefox on Linux", current: false }]);
    expect(await read(other, "/v1/account/browsers")).toEqual({ browsers: [] });
    const path = `/v1/account/browsers/${browsers[0]!.id}`;
    expect((await ask(other, "DELETE", path)).status).toBe(404);
    expect((await ask(browser, "GET", "/v1/dashboard")).status).toBe(200);
    expect((await ask(own, "DELETE", path)).status).toBe(204);
    expect((await ask(browser, "GET", "/v1/dashboard")).status).toBe(401);
    // The session on the dashboard is none of these.
    expect((await ask(own, "GET", "/v1/dashboard")).status).toBe(200);
  });
});

describe("a key of one's own", () => {
  test("reads one's figures and nothing else, is shown once, and ends when it is revoked", async () => {
    const made = await ask(own, "POST", "/v1/account/keys", { note: "Home screen" });
    const { id, key } = (await made.json()) as NewKey;
    const bearer = { authorization: `Bearer ${key}` };
    expect(await read(bearer, "/v1/dashboard")).toMatchObject({ producer: { id: "me" } });
    expect((await ask(bearer, "POST", "/v1/events", [])).status).toBe(403);
    expect((await ask(bearer, "GET", "/v1/account")).status).toBe(403);
    const listed = await (await ask(own, "GET", "/v1/account/keys")).text();
    expect(JSON.parse(listed)).toMatchObject({ keys: [{ id, note: "Home screen" }] });
    expect(listed).not.toContain(key);
    expect((await ask(other, "DELETE", `/v1/account/keys/${id}`)).status).toBe(404);
    expect((await ask(own, "DELETE", `/v1/account/keys/${id}`)).status).toBe(204);
    expect((await ask(bearer, "GET", "/v1/dashboard")).status).toBe(401);
    expect(await read(own, "/v1/account/keys")).toEqual({ keys: [] });
  });

  test("is one of ten at most", async () => {
    for (let n = 0; n < 10; n++) await ask(own, "POST", "/v1/account/keys", { note: `Key ${n}` });
    expect((await ask(own, "POST", "/v1/account/keys", { note: "One too many" })).status).toBe(409);
    expect((await read<{ keys: OwnKey[] }>(own, "/v1/account/keys")).keys).toHaveLength(10);
  });
});
