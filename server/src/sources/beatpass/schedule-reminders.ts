import type { ReadContext } from "../../context.ts";
import type { Log } from "../../log.ts";
import { everySoOften } from "../../scheduled-job.ts";
import type { Writer } from "../../writer/index.ts";
import { endingSoon } from "./remind-of-tokens.ts";

/** Looks every quarter of an hour whose token ends soon; the writing thread knows who was told already. */
export function scheduleReminders(context: ReadContext & { writer: Writer; log: Log }): { stop(): void } {
  const { db, clock, writer, log } = context;
  return everySoOften("0 */15 * * * *", "token-reminders", log, async () => {
    if ((await endingSoon(db, clock.now())).length === 0) return;
    return { producers: await writer.run("remindOfTokens", undefined) };
  });
}
