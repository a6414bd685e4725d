import { sql } from "drizzle-orm";
import type { ReadContext } from "../context.ts";
import type { Log } from "../log.ts";
import { everySoOften } from "../scheduled-job.ts";
import type { Writer } from "../writer/index.ts";

/** Keeps the boards fresh: every few seconds it looks whether one is due, by the product clock. */
export function scheduleRefresh(
  context: ReadContext & { writer: Writer; log: Log },
  refreshMinutes: number,
): { stop(): void } {
  return everySoOften("*/5 * * * * *", "refresh", context.log, async () => {
    if (!(await isDue(context, refreshMinutes))) return;
    const summary = await context.writer.run("refreshIfDue", { refreshMinutes });
    return summary && { id: summary.id, moved: summary.moved };
  });
}

/** A cheap look before the writing thread is asked, which decides for good. */
async function isDue({ db, clock }: ReadContext, refreshMinutes: number): Promise<boolean> {
  const [row] = await db.all<{ at: number | null }>(sql`SELECT max(at) AS at FROM refreshes`);
  return row?.at == null || clock.now() - row.at >= refreshMinutes * 60_000;
}
