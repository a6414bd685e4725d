import { copyFileSync, existsSync, renameSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { createClient } from "@libsql/client";
import type { DatabaseConfig } from "../config.ts";
import { databaseFile, migrateDatabase, openDatabase } from "../db/client.ts";
import { checkCopy } from "./check-copy.ts";

/**
 * Puts a copy in the place of a file database and brings its tables up to date. What was there is kept beside it.
 * @returns where the database that was there lies now; undefined where there was none
 * @throws Error where the copy is not whole, or a server still runs on the database: nothing is changed then
 */
export async function restore(database: DatabaseConfig, file: string): Promise<string | undefined> {
  const target = databaseFile(database.url);
  if (!target) throw new Error("Only a file database is restored here; ask your libSQL host.");
  const copy = resolve(file);
  if (copy === target) throw new Error("That file is the database itself.");
  await checkCopy(copy);
  const before = existsSync(target) ? `${target}.before-${new Date().toISOString().replaceAll(":", "-")}` : undefined;
  if (before) await closeLog(target);
  const incoming = `${target}.incoming`;
  copyFileSync(copy, incoming);
  if (before) renameSync(target, before);
  for (const suffix of ["-wal", "-shm"]) rmSync(target + suffix, { force: true });
  renameSync(incoming, target);
  const db = await openDatabase(database);
  await migrateDatabase(db).finally(() => db.$client.close());
  return before;
}

/**
 * Leaving the write-ahead log writes it back into the file, and works only when nobody else has the file open. (A client
 * of this process counts as somebody else, closed or not: libsql lets go of a file when its statements are collected.)
 */
async function closeLog(file: string): Promise<void> {
  const client = createClient({ url: `file:${file}`, timeout: 1000 });
  try {
    const { rows } = await client.execute("PRAGMA journal_mode = DELETE");
    if (rows[0]?.[0] !== "delete") throw new Error("database is locked");
  } catch (error) {
    if (error instanceof Error && /locked|busy/i.test(error.message))
      throw new Error(`${file} is in use: stop the server first.`);
    throw error;
  } finally {
    client.close();
  }
}
