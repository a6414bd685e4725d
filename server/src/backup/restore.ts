import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { createClient } from "@libsql/client";
import type { DatabaseConfig } from "../config.ts";
import { databaseFile, migrateDatabase, openDatabase } from "../db/client.ts";
import { checkCopy } from "./check-copy.ts";

/**
 * Puts a copy in the place of a file database and brings its tables up to date. What was there is kept beside it, also
 * where it is damaged. A write-ahead log beside the copy is part of it; the copy itself stays as it is.
 * @returns where the database that was there lies now; undefined where there was none
 * @throws Error where the copy is not whole, or a server still runs on the database: nothing is changed then
 */
export async function restore(database: DatabaseConfig, file: string): Promise<string | undefined> {
  const target = databaseFile(database.url);
  if (!target) throw new Error("Only a file database is restored here; ask your libSQL host.");
  const copy = resolve(file);
  if (copy === target) throw new Error("That file is the database itself.");
  if (!existsSync(copy)) throw new Error(`There is no file ${copy}.`);
  const before = existsSync(target) ? `${target}.before-${new Date().toISOString().replaceAll(":", "-")}` : undefined;
  const incoming = `${target}.incoming`;
  try {
    await takeIn(copy, incoming);
    if (before) await closeLog(target);
    moveDatabase(target, before);
    renameSync(incoming, target);
  } finally {
    removeDatabase(incoming);
  }
  const db = await openDatabase(database);
  await migrateDatabase(db).finally(() => db.$client.close());
  return before;
}

/** Makes one whole file of a copy and the write-ahead log that may lie beside it. */
async function takeIn(copy: string, incoming: string): Promise<void> {
  mkdirSync(dirname(incoming), { recursive: true });
  removeDatabase(incoming);
  copyFileSync(copy, incoming);
  if (existsSync(`${copy}-wal`)) copyFileSync(`${copy}-wal`, `${incoming}-wal`);
  await closeLog(incoming);
  await checkCopy(incoming, copy);
}

/** A log that could not be written back goes with its file. */
function moveDatabase(from: string, to: string | undefined): void {
  if (to) for (const suffix of ["", "-wal"]) if (existsSync(from + suffix)) renameSync(from + suffix, to + suffix);
  removeDatabase(from);
}

function removeDatabase(file: string): void {
  for (const suffix of ["", "-wal", "-shm"]) rmSync(file + suffix, { force: true });
}

/**
 * Leaving the write-ahead log writes it back into the file, and works only when nobody else has the file open. (A client
 * of this process counts as somebody else, closed or not: libsql lets go of a file when its statements are collected.)
 * The log of what is no database, or too damaged to be read, stays.
 */
async function closeLog(file: string): Promise<void> {
  const client = createClient({ url: `file:${file}`, timeout: 1000 });
  try {
    const { rows } = await client.execute("PRAGMA journal_mode = DELETE");
    if (rows[0]?.[0] !== "delete") throw new Error("database is locked");
  } catch (error) {
    if (error instanceof Error && /locked|busy/i.test(error.message))
      throw new Error(`${file} is in use: stop the server first.`);
    if (!(error instanceof Error && /SQLITE_(NOTADB|CORRUPT)/.test(error.message))) throw error;
  } finally {
    client.close();
  }
}
