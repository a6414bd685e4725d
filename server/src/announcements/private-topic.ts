import type { AnnouncementKind, PrivateTopic } from "@beatpass/shared/contracts";

/** What a producer can switch off it by where it is told privately; undefined for what communities hear. */
export function privateTopicOf(kind: AnnouncementKind): PrivateTopic | undefined {
  if (kind === "spike") return "spike";
  if (kind === "own-digest") return "digest";
  return isOfMoney(kind) ? "sale" : undefined;
}

const isOfMoney = (kind: AnnouncementKind): boolean =>
  kind === "sale" || kind === "refund" || kind === "payout-sent" || kind === "payout-failed";
