import type { CommunitySeen } from "@beatpass/shared/contracts";
import type { Log } from "../log.ts";
import type { CommunityAddress, ServerApi } from "../server-api/server-api.ts";
import { ServerError } from "../server-api/server-error.ts";
import { backOff, type Time } from "../time.ts";

type Deps = { server: ServerApi; time: Time; log: Log };

/** Makes a community known to the server, silently; tries until the server has it or the signal aborts. */
export const reportCommunity = (
  deps: Deps,
  community: CommunityAddress,
  seen: CommunitySeen,
  signal: AbortSignal,
): Promise<void> =>
  report(deps, { event: "community-seen", guildId: community.guildId }, signal, () =>
    deps.server.communitySeen(community, { ...seen, name: seen.name.slice(0, 200) }),
  );

/** Tells the server that the bot was removed from a community; tries until it knows or the signal aborts. */
export const reportLeft = (deps: Deps, community: CommunityAddress, signal: AbortSignal): Promise<void> =>
  report(deps, { event: "community-left", guildId: community.guildId }, signal, () =>
    deps.server.communityLeft(community),
  );

/** Tells the server where the bot is: where it no longer is, it was removed meanwhile. */
export const reportPresent = (
  deps: Deps,
  platform: CommunityAddress["platform"],
  guildIds: readonly string[],
  signal: AbortSignal,
): Promise<void> =>
  report(deps, { event: "communities-present" }, signal, () => deps.server.communitiesPresent(platform, guildIds));

async function report(
  { time, log }: Deps,
  line: { event: string; guildId?: string },
  signal: AbortSignal,
  tell: () => Promise<void>,
): Promise<void> {
  for (let attempt = 0; !signal.aborted; attempt++) {
    try {
      await tell();
      log.info(line);
      return;
    } catch (error) {
      if (!(error instanceof ServerError)) throw error;
      log.warn({ ...line, event: "community-not-reported", requestId: error.requestId }, error.message);
      await time.sleep(backOff(attempt, 1000, 60_000), signal);
    }
  }
}
