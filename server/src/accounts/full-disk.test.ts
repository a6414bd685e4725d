import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createLog } from "../log.ts";
import {
  artist,
  createTestApp,
  createTestContext,
  record,
  type SignedIn,
  TEST_ORIGIN,
  type TestApp,
  type TestContext,
} from "../testing/index.ts";

const EMAIL = "me@example.org";
const WEEK_MS = 7 * 86_400_000;
let context: TestContext;
let api: TestApp;
let own: SignedIn;
let lines: string[];
beforeEach(async () => {
  lines = [];
  context = await createTestContext();
  api = createTestApp({ ...context, log: createLog("info", { write: (line) => lines.push(line) }) });
  await record(context, artist("me"));
  own = await api.signIn(EMAIL, { producerId: "me" });
  await context.db.run(sql`UPDATE session SET expires_at = ${Date.now() + WEEK_MS - 3_700_000}`);
  for (const change of ["UPDATE", "INSERT"]) {
    // In SQLite's own words.
    const failing = "BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END";
    await context.db.run(sql.raw(`CREATE TRIGGER full_${change} BEFORE ${change} ON session ${failing}`));
  }
});
afterEach(() => context.close());

test("a session that is due to be renewed reads all the same where nothing can be written", async () => {
  for (const headers of [own.cookie, own.bearer]) {
    const answer = await api.app.request(`${TEST_ORIGIN}/v1/dashboard`, { headers });
    expect(answer.status).toBe(200);
  }
  expectNoSecrets();
});

test("a sign-in that cannot be kept says so, and neither log nor terminal tells of whom", async () => {
  const terminal = ["log", "warn", "error"].map((name) => vi.spyOn(console, name as "log"));
  const answer = await api.app.request(`${TEST_ORIGIN}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: TEST_ORIGIN },
    body: JSON.stringify({ email: EMAIL, password: "a long enough passphrase" }),
  });
  expect(answer.status).toBe(507);
  expect(await answer.json()).toMatchObject({ code: "storage_full" });
  for (const spy of terminal) expect(spy).not.toHaveBeenCalled();
  expectNoSecrets();
});

function expectNoSecrets(): void {
  const text = lines.join("");
  for (const secret of [EMAIL, own.bearer.authorization!.slice("Bearer ".length).split(".")[0]!, "params"])
    expect(text).not.toContain(secret);
}
