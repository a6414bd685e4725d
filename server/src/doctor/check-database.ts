import { readFileSync } from "node:fs";
import type { Finding } from "@beatpass/shared/contracts";
import { sql } from "drizzle-orm";
import type { Config } from "../config.ts";
import { type Database, databaseFile } from "../db/client.ts";

const part = "database";
const JOURNAL = new URL("../db/migrations/meta/_journal.json", import.meta.url);

/** Whether it can be read and written, and its tables are of this version. */
export async function checkDatabase(db: Database, { database }: Config): Promise<Finding[]> {
  const where = databaseFile(database.url) ?? database.url;
  try {
    const applied = await countApplied(db);
    const wanted = (JSON.parse(readFileSync(JOURNAL, "utf8")) as { entries: unknown[] }).entries.length;
    const findings: Finding[] = [migrationFinding(applied, wanted)];
    findings.push({ part, state: "ok", text: `${where} can be read and ${await writable(db)}` });
    return findings;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [{ part, state: "wrong", text: `${where}: ${why}; check DATABASE_URL, the folder's rights and free space` }];
  }
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
