import type { ReadContext } from "../context.ts";
import type { Log } from "../log.ts";
import { everySoOften } from "../scheduled-job.ts";
import type { Writer } from "../writer/index.ts";
import { dueCommunities } from "./write-community-digests.ts";
import { dueProducers } from "./write-own-digests.ts";

/** Looks every minute, by machine time, whose week is to be told; the writing thread decides for good. */
export function scheduleDigests({ db, writer, log }: ReadContext & { writer: Writer; log: Log }): { stop(): void } {
  return everySoOften("0 * * * * *", "digests", log, async () => {
    const at = Date.now();
    const due = (await dueCommunities(db, at)).length + (await dueProducers(db, at)).length;
    if (due === 0) return;
    const communities = await writer.run("writeCommunityDigests", { at });
    const producers = await writer.run("writeOwnDigests", { at });
    return { communities, producers };
  });
}
