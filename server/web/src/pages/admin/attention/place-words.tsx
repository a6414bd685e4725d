import type { ChatPlatform, NamedRef } from "@beatpass/shared/contracts";
import { Link } from "wouter-preact";
import { usePlatformWords } from "../../community/platform-words.ts";

export const PLATFORM_NAMES: Record<ChatPlatform, string> = { discord: "Discord", slack: "Slack" };

type Place = { platform: ChatPlatform; community?: NamedRef | undefined; channelId?: string | undefined };

/** Platform, community and channel, as far as there are any. */
export function PlaceWords({ platform, community, channelId }: Place) {
  const t = usePlatformWords(platform);
  return (
    <>
      {PLATFORM_NAMES[platform]}
      {community && (
        <>
          {" · "}
          <Link href={`/communities/${encodeURIComponent(community.id)}`}>
            <bdi>{community.name || community.id}</bdi>
          </Link>
        </>
      )}
      {channelId !== undefined && ` · ${t("admin.communities.channel", { channelId })}`}
    </>
  );
}
