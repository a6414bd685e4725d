import { existsSync, mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Client, createClient } from "@libsql/client";
import { drizzle, type LibSQLDatabase } from "drizzle-orm/libsql";
import { migrate } from "drizzle-orm/libsql/migrator";
import type { DatabaseConfig } from "../config.ts";
import migrations from "./migrations/meta/_journal.json" with { type: "json" };
import { reopenWhenBusy } from "./reopen-when-busy.ts";
import * as schema from "./schema/index.ts";

export type Database = LibSQLDatabase<typeof schema> & { $client: Client };
/** Inside a write transaction: the same queries as on the database. */
export type Tx = Parameters<Parameters<Database["transaction"]>[0]>[0];
/** What a query needs: it reads alike inside and outside a transaction. */
export type Reader = Database | Tx;

const BUSY_TIMEOUT_MS = 5000;
/** For reading: what more there is of a file the system keeps. */
export const READER_CACHE_MIB = 16;
/** For writing: roll-ups are written all over their tables, and pages would be read again for every row. */
export const WRITER_CACHE_MIB = 64;
/** 32 MB: pages that every write touches go to the file once in many writes, not at every fourth commit. */
const CHECKPOINT_PAGES = 8000;
/** A remote write that takes longer is given up and, being idempotent, done again. */
const REMOTE_TIMEOUT_MS = 10_000;

/** The path of a file database, or undefined for a remote one. */
export function databaseFile(url: string): string | undefined {
  if (!url.startsWith("file:")) return undefined;
  return resolve(url.startsWith("file://") ? fileURLToPath(url) : url.slice("file:".length));
}

/**
 * For what only looks at a database: opening it would make the file.
 * @throws Error where a database's file is not there
 */
export function requireDatabaseFile(url: string): void {
  const file = databaseFile(url);
  if (file && !existsSync(file)) throw new Error(`There is no database at ${file}: check DATABASE_URL.`);
}

/** Opens the database; a file is created with its folder where it does not exist yet. */
export async function openDatabase({
  url,
  authToken,
  busyTimeoutMs = BUSY_TIMEOUT_MS,
  cacheMib = READER_CACHE_MIB,
}: DatabaseConfig & { cacheMib?: number }): Promise<Database> {
  const file = databaseFile(url);
  if (file) mkdirSync(dirname(file), { recursive: true });
  const client = file
    ? reopenWhenBusy(createClient({ url: `file:${file}`, timeout: busyTimeoutMs }))
    : createClient({ url, ...(authToken && { authToken }), fetch: fetchWithTimeout });
  if (file) {
    // WAL lets readers go on while one process writes; FULL keeps every acknowledged write through a power cut.
    await client.execute("PRAGMA journal_mode = WAL");
    await client.execute("PRAGMA synchronous = FULL");
    await client.execute(`PRAGMA cache_size = -${cacheMib * 1024}`);
    await client.execute(`PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  }
  return drizzle(client, { schema, casing: "snake_case" });
}

/**
 * Brings the tables up to date. Where several processes do so at once, one does it and the others find it done.
 * @throws Error where a newer version has made the tables
 */
export async function migrateDatabase(db: Database): Promise<void> {
  const run = () => migrate(db, { migrationsFolder: fileURLToPath(new URL("./migrations", import.meta.url)) });
  // All that is missing is one transaction: whoever came second failed once the first one's was there, or waited for it.
  await run().catch(run);
  if (await isOfNewerVersion(db.$client))
    throw new Error("The database at DATABASE_URL was made by a newer version: update this program.");
}

/** Whether a newer version has made the tables: what it wrote there would be misread. */
export async function isOfNewerVersion(client: Client): Promise<boolean> {
  const { rows } = await client.execute("SELECT max(created_at) FROM __drizzle_migrations");
  return Number(rows[0]?.[0]) > Math.max(...migrations.entries.map(({ when }) => when));
}

const fetchWithTimeout = (input: Request | string | URL, init?: RequestInit): Promise<Response> =>
  fetch(input, { ...init, signal: AbortSignal.timeout(REMOTE_TIMEOUT_MS) });
