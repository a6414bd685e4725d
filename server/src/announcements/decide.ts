import type { AnnouncementKind, AnnouncementView, FoldedLine } from "@beatpass/shared/contracts";
import { and, eq } from "drizzle-orm";
import type { CommunityRow } from "../communities/index.ts";
import type { Tx } from "../db/client.ts";
import { communityMembers, deliveries, identities } from "../db/schema/index.ts";
import { keepBack, NEWS_FOR_MS } from "../notices/index.ts";
import { channelFor, usesChannel, waitsForEvening } from "./place-delivery.ts";
import { quietUntil } from "./quiet-hours.ts";
import type { OpenDelivery } from "./read-open.ts";
import { communityStillWants, personStillWants } from "./still-wanted.ts";
import type { RemakeDigest } from "./without-withdrawn.ts";
import { type WordsOf, wordsOf } from "./words-of.ts";

export type Decision =
  | ({ is: "send"; mention?: string } & WordsOf)
  /** Until an instant of machine time, and then folded where there is more. */
  | { is: "held"; until: number }
  /** Its community chose another channel for it. */
  | { is: "moved"; channelId: string }
  | { is: "withdrawn" | "unknown" | "destination-gone" | "rejected"; detail: string };

/**
 * What becomes of a delivery whose turn it is: everybody's consent and settings count as they are now.
 * @param at now, in ms: of the machine for how long it waited, and of the product for what it says
 */
export async function decide(
  tx: Tx,
  row: OpenDelivery,
  { now, productNow }: { now: number; productNow: number },
  remakeDigest: RemakeDigest,
): Promise<Decision> {
  const { delivery, announcement, community, person } = row;
  const isInDoubt = delivery.status === "leased" || delivery.inDoubtSince !== null;
  const wanted = community
    ? await communityStillWants(tx, community, announcement)
    : await personStillWants(tx, person, announcement, productNow);
  const words = wanted ? await wordsOf(tx, row, productNow, remakeDigest) : undefined;
  if (!words) {
    const detail = "Nobody wants it any more";
    return isInDoubt ? { is: "unknown", detail: `It may have been sent; ${detail}` } : { is: "withdrawn", detail };
  }
  if (isInDoubt) return { is: "send", ...words };
  const isOld = now - (delivery.releasedAt ?? delivery.createdAt) > NEWS_FOR_MS;
  if (!community) return isOld ? TOO_OLD : { is: "send", ...words };
  const channelId = channelOf(community, delivery.channelId, announcement.view);
  if (channelId === undefined) return { is: "withdrawn", detail: "The community has no channel for it any more" };
  if (!words.edits) {
    if (delivery.edits !== null) await makeOwn(tx, delivery.id);
    if (channelId !== delivery.channelId) return { is: "moved", channelId };
    // The demo's are told whenever somebody looks.
    if (!community.demo && isOld) return TOO_OLD;
  }
  // A channel that was just found gone is not asked again for each delivery: Discord counts what it refuses.
  const trouble = await keepBack(tx, delivery, now);
  if (trouble !== undefined) return { is: "destination-gone", detail: trouble };
  const held = words.edits ? undefined : await waitsUntil(tx, community, row, now);
  if (held !== undefined) return { is: "held", until: held };
  const mention = community.mentions ? await memberOf(tx, community.id, announcement.producerId) : undefined;
  return { is: "send", ...words, ...(mention !== undefined && { mention }) };
}

const TOO_OLD: Decision = { is: "rejected", detail: "The news was more than a day old when its turn came" };

/** The message that it was to change was never posted: what becomes of it is that of a message of its own. */
const makeOwn = (tx: Tx, id: string) =>
  tx.update(deliveries).set({ edits: null, foldedInto: null, view: null }).where(eq(deliveries.id, id));

async function waitsUntil(
  tx: Tx,
  community: CommunityRow,
  row: OpenDelivery,
  now: number,
): Promise<number | undefined> {
  const { delivery, announcement } = row;
  const quiet = quietUntil(community, now);
  // What was let go has waited for its place among the day's messages.
  if (quiet !== undefined || delivery.releasedAt !== null || community.demo) return quiet;
  return waitsForEvening(tx, { community, channelId: delivery.channelId, kind: announcement.kind }, now);
}

/** Where a delivery goes now; of a folded message, whose parts may have several places, one that it is in stays. */
function channelOf(community: CommunityRow, current: string, view: AnnouncementView): string | undefined {
  if (view.kind !== "folded") return channelFor(community, view.kind);
  return usesChannel(community, current) ? current : channelFor(community, KIND_OF_LINE[view.lines[0]!.about]);
}

const KIND_OF_LINE = {
  level: "level-up",
  unlock: "achievement-unlock",
  tier: "tier-reached",
  rank: "climb",
} as const satisfies Record<FoldedLine["about"], AnnouncementKind>;

/** The platform's user who is this producer here, where they are linked still. */
async function memberOf(tx: Tx, communityId: string, producerId: string): Promise<string | undefined> {
  const [member] = await tx
    .select({ userId: communityMembers.platformUserId })
    .from(communityMembers)
    .innerJoin(
      identities,
      and(
        eq(identities.platformUserId, communityMembers.platformUserId),
        eq(identities.producerId, communityMembers.producerId),
      ),
    )
    .where(and(eq(communityMembers.communityId, communityId), eq(communityMembers.producerId, producerId)))
    .limit(1);
  return member?.userId;
}
