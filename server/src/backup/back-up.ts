import { existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { DatabaseConfig } from "../config.ts";
import { databaseFile, openDatabase, requireDatabaseFile } from "../db/client.ts";
import { checkCopy } from "./check-copy.ts";

/**
 * Writes a consistent copy of a file database, also while a server runs on it. The key that signs sessions and
 * encrypts tokens lies in a file of its own and is not in the copy.
 * @returns its size in bytes
 * @throws Error where there is no such file, or something is at the copy's place already; no file is left behind then
 */
export async function backUp(database: DatabaseConfig, file: string): Promise<number> {
  const source = databaseFile(database.url);
  if (!source) throw new Error("Only a file database is backed up here; ask your libSQL host.");
  requireDatabaseFile(database.url);
  const target = resolve(file);
  if (existsSync(target)) throw new Error(`${target} exists already; name another file.`);
  mkdirSync(dirname(target), { recursive: true });
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  try {
    await copyTo(partial, database);
    await checkCopy(partial, source);
    renameSync(partial, target);
  } finally {
    rmSync(partial, { force: true });
  }
  return statSync(target).size;
}

async function copyTo(file: string, database: DatabaseConfig): Promise<void> {
  const db = await openDatabase(database);
  try {
    await db.$client.execute({ sql: "VACUUM INTO ?", args: [file] });
  } finally {
    db.$client.close();
  }
}
