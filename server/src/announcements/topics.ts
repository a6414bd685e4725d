import type { AnnouncementKind, ChannelTopic, NewsTopic, PrivateTopic } from "@beatpass/shared/contracts";

/** What a community can switch off it by; undefined for what is private and for a folded message, made of others. */
export function newsTopicOf(kind: AnnouncementKind): NewsTopic | undefined {
  switch (kind) {
    case "level-up":
      return "level-up";
    case "achievement-unlock":
      return "achievement";
    case "new-number-one":
    case "top-three":
    case "top-ten":
    case "climb":
    case "tier-reached":
      return "leaderboard";
    default:
      return undefined;
  }
}

/** The topic by which a community may have a channel of its own for it. */
export const channelTopicOf = (kind: AnnouncementKind): ChannelTopic | undefined =>
  kind === "community-digest" ? "digest" : newsTopicOf(kind);

/** What a producer can switch off it by where it is told privately; undefined for what communities hear. */
export function privateTopicOf(kind: AnnouncementKind): PrivateTopic | undefined {
  if (kind === "spike") return "spike";
  if (kind === "own-digest") return "digest";
  return kind === "sale" || kind === "refund" ? "sale" : undefined;
}
