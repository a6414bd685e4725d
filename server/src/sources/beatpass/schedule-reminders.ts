import { Cron } from "croner";
import type { ReadContext } from "../../context.ts";
import type { Log } from "../../log.ts";
import type { Writer } from "../../writer/index.ts";
import { endingSoon } from "./remind-of-tokens.ts";

/** Looks every quarter of an hour whose token ends soon; the writing thread knows who was told already. */
export function scheduleReminders(context: ReadContext & { writer: Writer; log: Log }): { stop(): void } {
  const { db, clock, writer, log } = context;
  const job = new Cron("0 */15 * * * *", { protect: true, unref: true }, async () => {
    try {
      if ((await endingSoon(db, clock.now())).length === 0) return;
      const producers = await writer.run("remindOfTokens", undefined);
      log.info({ event: "token-reminders", outcome: "done", producers });
    } catch (error) {
      log.error({ event: "token-reminders", outcome: "failed", err: error });
    }
  });
  return { stop: () => job.stop() };
}
