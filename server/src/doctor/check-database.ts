import { existsSync, readFileSync } from "node:fs";
import type { Finding } from "@beatpass/shared/contracts";
import { sql } from "drizzle-orm";
import type { Config, DatabaseConfig } from "../config.ts";
import { type Database, databaseFile, openDatabase } from "../db/client.ts";
import { databasePlace, describeDatabaseFailure } from "../db/describe-failure.ts";

const part = "database";
const JOURNAL = new URL("../db/migrations/meta/_journal.json", import.meta.url);

/**
 * Opens the database where there is one, or finds why not: looking makes no file.
 * @param isNamed whether DATABASE_URL says where it is
 */
export async function openExisting(
  { database }: Config,
  isNamed: boolean,
): Promise<{ db: Database } | { db?: undefined; finding: Finding }> {
  const file = databaseFile(database.url);
  if (file && !existsSync(file)) {
    const text = `there is none at ${file} yet: npm start makes it${isNamed ? ", where DATABASE_URL is right" : ""}`;
    return { finding: { part, state: isNamed ? "wrong" : "off", text } };
  }
  try {
    return { db: await openDatabase(database) };
  } catch (error) {
    return { finding: wrong(error, database) };
  }
}

/** Whether it is whole, can be read and written, and its tables are of this version. */
export async function checkDatabase(db: Database, { database }: Config): Promise<Finding[]> {
  try {
    // Other servers answer for their own files.
    if (databaseFile(database.url)) await requireWhole(db);
    const applied = await countApplied(db);
    const wanted = (JSON.parse(readFileSync(JOURNAL, "utf8")) as { entries: unknown[] }).entries.length;
    const findings: Finding[] = [migrationFinding(applied, wanted)];
    findings.push({ part, state: "ok", text: `${databasePlace(database.url)} can be read and ${await writable(db)}` });
    return findings;
  } catch (error) {
    return [wrong(error, database)];
  }
}

const wrong = (error: unknown, database: DatabaseConfig): Finding => ({
  part,
  state: "wrong",
  text: describeDatabaseFailure(error, database),
});

/** Reads every page; a damaged one may otherwise be met in a year. */
async function requireWhole(db: Database): Promise<void> {
  const [row] = await db.values<[string]>(sql`PRAGMA quick_check(1)`);
  if (row?.[0] !== "ok") throw new Error(`it is damaged: ${row?.[0].split("\n").at(-1)}`);
}

async function countApplied(db: Database): Promise<number> {
  const tables = await db.all(sql`SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'`);
  if (tables.length === 0) return 0;
  const [row] = await db.all<{ count: number }>(sql`SELECT count(*) AS count FROM __drizzle_migrations`);
  return row!.count;
}

function migrationFinding(applied: number, wanted: number): Finding {
  if (applied === wanted) return { part, state: "ok", text: "its tables are up to date" };
  if (applied > wanted)
    return { part, state: "wrong", text: "its tables are of a newer version than this program: update the program" };
  if (applied === 0) return { part, state: "off", text: "it has no tables yet: npm start makes them" };
  return { part, state: "wrong", text: `${wanted - applied} migrations are missing: start the server once` };
}

const PROBE = new Error("undone");

/** Writes something and takes it back. */
async function writable(db: Database): Promise<string> {
  try {
    await db.transaction(async (tx) => {
      await tx.run(sql`CREATE TABLE doctor_probe (x)`);
      throw PROBE;
    });
  } catch (error) {
    if (error !== PROBE && !(error instanceof Error && error.cause === PROBE)) throw error;
  }
  return "written";
}
