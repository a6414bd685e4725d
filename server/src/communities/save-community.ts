import type { BoardName, ChatPlatform, Locale, NewsTopic } from "@beatpass/shared/contracts";
import type { Rarity } from "@beatpass/shared/rules";
import type { WriteContext } from "../context.ts";
import { communities } from "../db/schema/index.ts";
import { derivedId } from "../ids.ts";
import { sinceRefresh } from "./since-refresh.ts";

export type CommunityRef = { platform: ChatPlatform; guildId: string };

export type CommunityChange = CommunityRef & {
  name?: string | undefined;
  channelId?: string | undefined;
  locale?: Locale | undefined;
  members?: "linked" | "all" | undefined;
  levelUpFrom?: number | undefined;
  unlocksFrom?: Rarity | undefined;
  topics?: NewsTopic[] | undefined;
  boards?: BoardName[] | undefined;
  rankNewsMembers?: number | undefined;
  topTenRanked?: number | undefined;
  dailyPosts?: number | undefined;
  demo?: boolean;
};

/** The id of a community, made of platform and guild: the same whoever asks first. */
export const communityId = ({ platform, guildId }: CommunityRef): string => derivedId("com", platform, guildId);

/** Makes a community, silently, or changes what is given of one. */
export async function saveCommunity(
  context: WriteContext,
  { platform, guildId, demo = false, ...change }: CommunityChange,
): Promise<string> {
  const id = communityId({ platform, guildId });
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  await context.write((tx) =>
    tx
      .insert(communities)
      .values({
        id,
        platform,
        guildId,
        demo,
        name: change.name ?? guildId,
        createdAt: context.clock.now(),
        sinceRefresh,
        ...given,
      })
      .onConflictDoUpdate({ target: communities.id, set: { id, ...given } }),
  );
  return id;
}
