import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Database, migrateDatabase, openDatabase } from "./client.ts";

let folder: string;
let opened: Database[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "beatpass-test-"));
  opened = [];
});
afterEach(() => {
  for (const db of opened) db.$client.close();
  rmSync(folder, { recursive: true });
});

async function open(): Promise<Database> {
  const db = await openDatabase({ url: `file:${join(folder, "beatpass.db")}`, authToken: undefined });
  opened.push(db);
  return db;
}

test("two that bring an empty database up to date at once both find it done", async () => {
  const both = [await open(), await open()];
  await Promise.all(both.map(migrateDatabase));
  for (const db of both) expect(await db.all(sql`SELECT count(*) AS users FROM user`)).toEqual([{ users: 0 }]);
});

test("tables that a newer version made are refused", async () => {
  const db = await open();
  await migrateDatabase(db);
  await db.run(sql`INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', 99999999999999)`);
  await expect(migrateDatabase(db)).rejects.toThrow("made by a newer version");
});
