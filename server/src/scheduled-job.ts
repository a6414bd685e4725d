import { Cron } from "croner";
import type { Log } from "./log.ts";

/**
 * Does the work again and again, by machine time and never twice at once, until it is stopped. A run that fails is
 * logged, and the next one tries again.
 * @param pattern when, as cron says it, with seconds
 * @param work looks whether something is due and does it; says what was done, for the log, or nothing if nothing was due
 */
export function everySoOften(
  pattern: string,
  event: string,
  log: Log,
  work: () => Promise<Record<string, unknown> | undefined>,
): { stop(): void } {
  const job = new Cron(pattern, { protect: true, unref: true }, async () => {
    const start = performance.now();
    const ms = () => Math.round(performance.now() - start);
    try {
      const done = await work();
      if (done) log.info({ event, ...done, outcome: "done", ms: ms() });
    } catch (error) {
      log.error({ event, outcome: "failed", err: error, ms: ms() });
    }
  });
  return { stop: () => job.stop() };
}
