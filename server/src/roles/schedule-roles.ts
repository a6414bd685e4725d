import { Cron } from "croner";
import type { ReadContext } from "../context.ts";
import type { Log } from "../log.ts";
import type { Writer } from "../writer/index.ts";
import { readDifferences } from "./read-differences.ts";

/** Keeps members' roles what their levels and links say, whatever changed them: every few seconds it looks. */
export function scheduleRoles({ db, writer, log }: ReadContext & { writer: Writer; log: Log }): { stop(): void } {
  const job = new Cron("*/5 * * * * *", { protect: true, unref: true }, async () => {
    try {
      if ((await readDifferences(db, Date.now(), 1)).length === 0) return;
      const members = await writer.run("settleRoles", undefined);
      log.info({ event: "roles", outcome: "asked", members });
    } catch (error) {
      log.error({ event: "roles", outcome: "failed", err: error });
    }
  });
  return { stop: () => job.stop() };
}
