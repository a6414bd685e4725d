import { Cron } from "croner";
import { sql } from "drizzle-orm";
import type { ReadContext } from "../context.ts";
import type { Log } from "../log.ts";
import type { Writer } from "../writer/index.ts";

/** Keeps the boards fresh: every few seconds it looks whether one is due, by the product clock. */
export function scheduleRefresh(
  context: ReadContext & { writer: Writer; log: Log },
  refreshMinutes: number,
): { stop(): void } {
  const job = new Cron("*/5 * * * * *", { protect: true, unref: true }, async () => {
    if (!(await isDue(context, refreshMinutes))) return;
    const start = performance.now();
    try {
      const summary = await context.writer.run("refreshIfDue", { refreshMinutes });
      if (summary)
        context.log.info({
          event: "refresh",
          id: summary.id,
          outcome: "done",
          moved: summary.moved,
          ms: Math.round(performance.now() - start),
        });
    } catch (error) {
      context.log.error({ event: "refresh", outcome: "failed", err: error });
    }
  });
  return { stop: () => job.stop() };
}

/** A cheap look before the writing thread is asked, which decides for good. */
async function isDue({ db, clock }: ReadContext, refreshMinutes: number): Promise<boolean> {
  const [row] = await db.all<{ at: number | null }>(sql`SELECT max(at) AS at FROM refreshes`);
  return row?.at == null || clock.now() - row.at >= refreshMinutes * 60_000;
}
