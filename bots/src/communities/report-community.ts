import type { CommunitySeen } from "@beatpass/shared/contracts";
import type { Log } from "../log.ts";
import type { CommunityAddress, ServerApi } from "../server-api/server-api.ts";
import { ServerError } from "../server-api/server-error.ts";
import { backOff, type Time } from "../time.ts";

/** Makes a community known to the server, silently; tries until the server has it or the signal aborts. */
export async function reportCommunity(
  { server, time, log }: { server: ServerApi; time: Time; log: Log },
  community: CommunityAddress,
  seen: CommunitySeen,
  signal: AbortSignal,
): Promise<void> {
  for (let attempt = 0; !signal.aborted; attempt++) {
    try {
      await server.communitySeen(community, { ...seen, name: seen.name.slice(0, 200) });
      log.info({ event: "community-seen", guildId: community.guildId });
      return;
    } catch (error) {
      if (!(error instanceof ServerError)) throw error;
      log.warn(
        { event: "community-not-reported", guildId: community.guildId, requestId: error.requestId },
        error.message,
      );
      await time.sleep(backOff(attempt, 1000, 60_000), signal);
    }
  }
}
