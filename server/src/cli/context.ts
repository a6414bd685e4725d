import { readConfig } from "../config.ts";
import type { WriteContext } from "../context.ts";
import { migrateDatabase } from "../db/client.ts";
import { createLog } from "../log.ts";
import { createWriteContext } from "../writer/index.ts";

/** Runs a command with an open, up-to-date database, and closes it whatever happens. */
export async function withContext<T>(
  work: (context: WriteContext, config: ReturnType<typeof readConfig>) => Promise<T>,
): Promise<T> {
  const config = readConfig(process.env);
  const context = await createWriteContext(config, createLog("warn"));
  try {
    await migrateDatabase(context.db);
    return await work(context, config);
  } finally {
    context.db.$client.close();
  }
}
