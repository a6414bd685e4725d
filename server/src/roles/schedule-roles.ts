import type { ReadContext } from "../context.ts";
import type { Log } from "../log.ts";
import { everySoOften } from "../scheduled-job.ts";
import type { Writer } from "../writer/index.ts";
import { readDifferences } from "./read-differences.ts";

/** Keeps members' roles what their levels and links say, whatever changed them: every few seconds it looks. */
export function scheduleRoles({ db, writer, log }: ReadContext & { writer: Writer; log: Log }): { stop(): void } {
  return everySoOften("*/5 * * * * *", "roles", log, async () => {
    if ((await readDifferences(db, Date.now(), 1)).length === 0) return;
    return { members: await writer.run("settleRoles", undefined) };
  });
}
