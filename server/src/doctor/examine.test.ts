import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createTestContext, type TestContext } from "../testing/index.ts";
import { examine } from "./examine.ts";

let context: TestContext;
let elsewhere: string;
beforeEach(async () => {
  context = await createTestContext();
  elsewhere = join(dirname(context.file), "elsewhere.db");
});
afterEach(() => context.close());

/** Nobody answers there, at once. */
const nobody = "http://127.0.0.1:9";
const FAR_ENDS = {
  DISCORD_API_URL: nobody,
  SLACK_API_URL: nobody,
  STRIPE_API_URL: nobody,
  BEATPASS_API_URL: nobody,
};

const findingsOn = async (file: string, environment: Record<string, string> = {}) => {
  const findings = await examine({ DATABASE_URL: `file:${file}`, ...FAR_ENDS, ...environment });
  expect(findings.map(({ part }) => part)).toEqual(expect.arrayContaining(["configuration", "clock", "Stripe"]));
  return findings.filter(({ part }) => part === "database");
};

test("a database with damaged pages is wrong, though its first tables can be read", async () => {
  await context.db.$client.execute("PRAGMA wal_checkpoint(TRUNCATE)");
  const bytes = readFileSync(context.file);
  writeFileSync(elsewhere, bytes.fill(0xff, bytes.length / 2));
  expect(await findingsOn(elsewhere)).toEqual([
    { part: "database", state: "wrong", text: expect.stringMatching(`^${elsewhere}: .*put a copy back`) },
  ]);
});

test("a file that is no database is wrong, and the rest is looked at", async () => {
  writeFileSync(elsewhere, "not a database at all ".repeat(100));
  expect(await findingsOn(elsewhere)).toEqual([
    { part: "database", state: "wrong", text: expect.stringMatching(`^${elsewhere}: file is not a database; `) },
  ]);
});

test("a mistyped place is wrong, and is not made", async () => {
  const mistyped = join(dirname(context.file), "mistyped", "beatpass.db");
  const [finding] = await findingsOn(mistyped);
  expect(finding).toMatchObject({ state: "wrong", text: expect.stringContaining(mistyped) });
  expect(existsSync(dirname(mistyped))).toBe(false);
});
