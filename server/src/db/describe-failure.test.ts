import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DrizzleQueryError } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { migrateDatabase, openDatabase } from "./client.ts";
import { describeFailure } from "./describe-failure.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "beatpass-test-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What is said of a database that a program cannot start on. */
async function saidOf(environment: { DATABASE_URL: string; DATABASE_AUTH_TOKEN?: string }): Promise<string> {
  const { DATABASE_URL: url, DATABASE_AUTH_TOKEN: authToken } = environment;
  try {
    await migrateDatabase(await openDatabase({ url, authToken }));
  } catch (error) {
    return describeFailure(error, environment);
  }
  throw new Error("Nothing failed.");
}

test("a file that is no database is named, with why and what to do", async () => {
  const file = join(folder, "text.db");
  writeFileSync(file, "not a database at all ".repeat(100));
  expect(await saidOf({ DATABASE_URL: `file:${file}` })).toBe(
    `${file}: file is not a database; check DATABASE_URL, or put a copy back with npm run beatpass -- restore`,
  );
});

test("a place that nothing can be written to is named", async () => {
  expect(await saidOf({ DATABASE_URL: `file:${folder}` })).toBe(
    `${folder}: it cannot be opened; check DATABASE_URL, the folder's rights and free space`,
  );
});

test("a server that does not answer is named without what opens it", async () => {
  const said = await saidOf({
    DATABASE_URL: "http://127.0.0.1:9/?authToken=t0p",
    DATABASE_AUTH_TOKEN: "secret\nsecret",
  });
  expect(said).toMatch(/^http:\/\/127\.0\.0\.1:9\/: \S.*; check DATABASE_URL, DATABASE_AUTH_TOKEN and the network$/);
  expect(said).not.toMatch(/t0p|secret/);
});

test("a statement and its values are never shown, and other failures are told in their own words", () => {
  const query = "INSERT INTO listeners VALUES (?)";
  const failed = new DrizzleQueryError(
    query,
    ["kaya@example.org"],
    new Error("UNIQUE constraint failed: listeners.id"),
  );
  for (const error of [failed, new Error("outer", { cause: failed }), new Error(failed.message)])
    expect(describeFailure(error, {})).not.toMatch(/INSERT|kaya/);
  expect(describeFailure(failed, {})).toContain("UNIQUE constraint failed");
  expect(describeFailure(new Error("Port 80 is taken."), {})).toBe("Port 80 is taken.");
});
