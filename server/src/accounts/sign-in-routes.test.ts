import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createTestApp, createTestContext, TEST_ORIGIN, type TestApp, type TestContext } from "../testing/index.ts";

let context: TestContext;
let api: TestApp;
beforeEach(async () => {
  context = await createTestContext();
  api = createTestApp(context);
});
afterEach(() => context.close());

const ask = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  api.app.request(`${TEST_ORIGIN}${path}`, {
    method,
    headers: { origin: TEST_ORIGIN, "content-type": "application/json", ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

describe("of the sign-in library’s routes", () => {
  test.each([
    ["POST", "/api/auth/sign-in/magic-link", { email: "me@example.org", callbackURL: "/" }],
    ["POST", "/api/auth/device/code", { client_id: "extension" }],
    ["POST", "/api/auth/request-password-reset", { email: "me@example.org" }],
    ["POST", "/api/auth/update-user", { name: "Me", image: "javascript:alert(1)" }],
    ["POST", "/api/auth/sign-in/email/", { email: "me@example.org", password: "a long enough passphrase" }],
    ["GET", "/api/auth/list-sessions", undefined],
    ["GET", "/api/auth/get-session", undefined],
    ["GET", "/api/auth/error", undefined],
    ["GET", "/api/auth/ok", undefined],
    ["GET", "/api/auth", undefined],
    // Its own route is for the demo alone.
    ["GET", "/api/auth/magic-link/verify?token=x", undefined],
  ])("nobody uses %s %s, and it is not there, for whoever is signed in either", async (method, path, body) => {
    const { cookie } = await api.signIn("me@example.org");
    for (const headers of [{}, cookie]) {
      const answer = await ask(method, path, body, { ...headers, accept: "text/html" });
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ code: "not_found" });
    }
  });

  test("those in use name their method", async () => {
    const answer = await ask("GET", "/api/auth/sign-in/email");
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "POST"]);
  });

  test("signing out ends the session", async () => {
    const { bearer } = await api.signIn("me@example.org");
    expect((await ask("POST", "/api/auth/sign-out", {}, bearer)).status).toBe(200);
    expect((await ask("GET", "/v1/account", undefined, bearer)).status).toBe(401);
  });
});

test("guessing a password ends after ten tries, alike for an address without an account", async () => {
  await api.signIn("me@example.org");
  await api.signIn("other@example.org");
  const signIn = (email: string, password: string) => ask("POST", "/api/auth/sign-in/email", { email, password });
  const refused = [];
  for (const email of ["me@example.org", "nobody@example.org"]) {
    const tries = await Promise.all(Array.from({ length: 12 }, (_, n) => signIn(email, `not the password ${n}`)));
    expect(tries.map(({ status }) => status)).toEqual([...Array(10).fill(401), 429, 429]);
    const late = await signIn(email.toUpperCase(), "a long enough passphrase");
    expect(late.status).toBe(429);
    expect(Number(late.headers.get("retry-after"))).toBeGreaterThan(500);
    const { detail, code } = (await late.json()) as { detail: string; code: string };
    refused.push({ code, detail: detail.replace(/\d+/, "n") });
  }
  expect(refused[0]).toEqual(refused[1]);
  expect((await signIn("other@example.org", "a long enough passphrase")).status).toBe(200);
});
