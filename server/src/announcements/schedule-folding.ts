import { sql } from "drizzle-orm";
import type { ReadContext } from "../context.ts";
import type { Log } from "../log.ts";
import { findAgain } from "../notices/index.ts";
import { everySoOften } from "../scheduled-job.ts";
import type { Writer } from "../writer/index.ts";

/** Tells what was held as soon as it is due, and tries again where a trouble keeps things back, by machine time. */
export function scheduleFolding(context: ReadContext & { writer: Writer; log: Log }): { stop(): void } {
  return everySoOften("*/10 * * * * *", "fold-held", context.log, async () => {
    if (!(await isDue(context))) return;
    return { messages: await context.writer.run("foldHeld", undefined) };
  });
}

/** A cheap look before the writing thread is asked. */
async function isDue({ db }: ReadContext): Promise<boolean> {
  const rows = await db.all(sql`
    SELECT 1 FROM deliveries WHERE platform IN ('discord', 'slack') AND status = 'held' AND not_before <= ${Date.now()}
    LIMIT 1`);
  return rows.length > 0 || (await findAgain(db, Date.now())).length > 0;
}
