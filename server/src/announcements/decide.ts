import { and, eq } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import { communityMembers, identities } from "../db/schema/index.ts";
import { keepBack } from "../notices/index.ts";
import { quietUntil } from "./quiet-hours.ts";
import type { OpenDelivery } from "./read-open.ts";
import { communityStillWants, personStillWants } from "./still-wanted.ts";
import { type WordsOf, wordsOf } from "./words-of.ts";

export type Decision =
  | ({ is: "send"; mention?: string } & WordsOf)
  /** Until an instant of machine time, and then folded where there is more. */
  | { is: "held"; until: number }
  | { is: "withdrawn" | "unknown" | "destination-gone"; detail: string };

/** What becomes of a delivery whose turn it is: everybody's consent and settings count as they are now. */
export async function decide(tx: Tx, row: OpenDelivery, now: number): Promise<Decision> {
  const { delivery, announcement, community, person } = row;
  const isInDoubt = delivery.status === "leased" || delivery.inDoubtSince !== null;
  const wanted = community
    ? await communityStillWants(tx, community, announcement)
    : await personStillWants(tx, person, announcement);
  const words = wanted ? await wordsOf(tx, row) : undefined;
  if (!words) {
    const detail = "Nobody wants it any more";
    return isInDoubt ? { is: "unknown", detail: `It may have been sent; ${detail}` } : { is: "withdrawn", detail };
  }
  if (!community || isInDoubt) return { is: "send", ...words };
  // A channel that was just found gone is not asked again for each delivery: Discord counts what it refuses.
  const trouble = await keepBack(tx, delivery, now);
  if (trouble !== undefined) return { is: "destination-gone", detail: trouble };
  const quiet = words.edits ? undefined : quietUntil(community, now);
  if (quiet !== undefined) return { is: "held", until: quiet };
  const mention = community.mentions ? await memberOf(tx, community.id, announcement.producerId) : undefined;
  return { is: "send", ...words, ...(mention !== undefined && { mention }) };
}

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
