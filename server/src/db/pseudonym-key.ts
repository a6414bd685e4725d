import { randomBytes } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import type { Database, Reader } from "./client.ts";

/** Before the key, in the name of its row: it stays with the database and its copies, so that pseudonyms stay the same. */
const PREFIX = "pseudonym-key:";
const KEPT: SQL = sql.raw(`cursors WHERE name GLOB '${PREFIX}*'`);

/** Makes the key of a database's pseudonyms, once and for all, however many servers start on it. */
export async function makePseudonymKey(db: Database): Promise<void> {
  // Asked first: without anything to write there is nobody to wait for.
  if ((await readKeys(db)).length > 0) return;
  const name = `${PREFIX}${randomBytes(32).toString("hex")}`;
  await db.run(sql`INSERT INTO cursors (name, seq) SELECT ${name}, 1 WHERE NOT EXISTS (SELECT 1 FROM ${KEPT})`);
}

export async function readPseudonymKey(db: Reader): Promise<string> {
  const [key] = await readKeys(db);
  if (key === undefined) throw new Error("The database has no key for pseudonyms: it was not brought up to date.");
  return key;
}

async function readKeys(db: Reader): Promise<string[]> {
  const rows = await db.all<{ name: string }>(sql`SELECT name FROM ${KEPT}`);
  return rows.map(({ name }) => name.slice(PREFIX.length));
}
