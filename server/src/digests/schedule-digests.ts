import { Cron } from "croner";
import type { ReadContext } from "../context.ts";
import type { Log } from "../log.ts";
import type { Writer } from "../writer/index.ts";
import { dueCommunities } from "./write-community-digests.ts";
import { dueProducers } from "./write-own-digests.ts";

/** Looks every minute, by machine time, whose week is to be told; the writing thread decides for good. */
export function scheduleDigests({ db, writer, log }: ReadContext & { writer: Writer; log: Log }): { stop(): void } {
  const job = new Cron("0 * * * * *", { protect: true, unref: true }, async () => {
    const at = Date.now();
    try {
      const due = (await dueCommunities(db, at)).length + (await dueProducers(db, at)).length;
      if (due === 0) return;
      const communities = await writer.run("writeCommunityDigests", { at });
      const producers = await writer.run("writeOwnDigests", { at });
      log.info({ event: "digests", outcome: "done", communities, producers });
    } catch (error) {
      log.error({ event: "digests", outcome: "failed", err: error });
    }
  });
  return { stop: () => job.stop() };
}
