import { join } from "node:path";
import { createApiKey } from "@beatpass/server/accounts/index.ts";
import { migrateDatabase, openDatabase } from "@beatpass/server/db/client.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** A database file without facts, with an ingest key that is trusted and an administrator's key. */
export async function prepareDatabase(): Promise<{ file: string; ingest: string; admin: string }> {
  const file = join(temporaryFolder(), "beatpass.db");
  const db = await openDatabase({ url: `file:${file}`, authToken: undefined });
  await migrateDatabase(db);
  const ingest = await createApiKey(db, { scope: "ingest", trusted: true });
  const admin = await createApiKey(db, { scope: "admin" });
  // The file alone is the whole database then, whenever the client lets go of it.
  await db.$client.execute("PRAGMA wal_checkpoint(TRUNCATE)");
  db.$client.close();
  return { file, ingest, admin };
}
