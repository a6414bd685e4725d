import { existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { DatabaseConfig } from "../config.ts";
import { databaseFile, openDatabase } from "../db/client.ts";
import { checkCopy } from "./check-copy.ts";

/**
 * Writes a consistent copy of a file database, also while a server runs on it. The key that signs sessions and
 * encrypts tokens lies in a file of its own and is not in the copy.
 * @returns its size in bytes
 * @throws Error where the database is no file, or something is at the copy's place already
 */
export async function backUp(database: DatabaseConfig, file: string): Promise<number> {
  if (!databaseFile(database.url)) throw new Error("Only a file database is backed up here; ask your libSQL host.");
  const target = resolve(file);
  if (existsSync(target)) throw new Error(`${target} exists already; name another file.`);
  mkdirSync(dirname(target), { recursive: true });
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  const db = await openDatabase(database);
  try {
    await db.$client.execute({ sql: "VACUUM INTO ?", args: [partial] });
  } finally {
    db.$client.close();
  }
  await checkCopy(partial, partial);
  renameSync(partial, target);
  return statSync(target).size;
}
