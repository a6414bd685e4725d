import { Cron } from "croner";
import { sql } from "drizzle-orm";
import type { ReadContext } from "../context.ts";
import type { Log } from "../log.ts";
import { findAgain } from "../notices/index.ts";
import type { Writer } from "../writer/index.ts";

/** Tells what was held as soon as it is due, and tries again where a trouble keeps things back, by machine time. */
export function scheduleFolding(context: ReadContext & { writer: Writer; log: Log }): { stop(): void } {
  const job = new Cron("*/10 * * * * *", { protect: true, unref: true }, async () => {
    try {
      if (!(await isDue(context))) return;
      const messages = await context.writer.run("foldHeld", undefined);
      context.log.info({ event: "fold-held", outcome: "done", messages });
    } catch (error) {
      context.log.error({ event: "fold-held", outcome: "failed", err: error });
    }
  });
  return { stop: () => job.stop() };
}

/** A cheap look before the writing thread is asked. */
async function isDue({ db }: ReadContext): Promise<boolean> {
  const rows = await db.all(sql`
    SELECT 1 FROM deliveries WHERE platform IN ('discord', 'slack') AND status = 'held' AND not_before <= ${Date.now()}
    LIMIT 1`);
  return rows.length > 0 || (await findAgain(db, Date.now())).length > 0;
}
