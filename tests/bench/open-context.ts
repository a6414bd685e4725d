import { readConfig } from "@beatpass/server/config.ts";
import type { WriteContext } from "@beatpass/server/context.ts";
import { migrateDatabase } from "@beatpass/server/db/client.ts";
import { createLog } from "@beatpass/server/log.ts";
import { createWriteContext } from "@beatpass/server/writer/index.ts";
import { NOW } from "./our-database.ts";

/** A database file of ours, with its tables, at the instant at which the made-up plays end. */
export async function openContext(file: string): Promise<WriteContext> {
  const config = readConfig({ DATABASE_URL: `file:${file}`, BEATPASS_CLOCK: new Date(NOW).toISOString() });
  const context = await createWriteContext(config, createLog("silent"));
  await migrateDatabase(context.db);
  return context;
}
