import type { AnnouncementView } from "@beatpass/shared/contracts";
import { and, asc, eq, lte, ne } from "drizzle-orm";
import { asHeardBy, type CommunityRow } from "../communities/index.ts";
import type { Tx } from "../db/client.ts";
import { announcements, deliveries } from "../db/schema/index.ts";
import { asOfNow } from "./as-of-now.ts";
import { foldedView, withoutOvertaken } from "./folded-view.ts";
import type { OpenDelivery } from "./read-open.ts";
import { communityStillWants } from "./still-wanted.ts";
import { type RemakeDigest, withoutWithdrawn } from "./without-withdrawn.ts";

/** What a delivery says, and in which message: its own one, or one that was delivered and is to say this instead. */
export type WordsOf = { view: AnnouncementView; edits?: { messageId: string; deliveryId: string } };

/**
 * Puts together what a delivery says now: without those who unlinked or withdrew meanwhile, and as a message of its own where
 * the one that it was to change was not delivered.
 * @param productNow product time, ms
 * @returns undefined where nobody is left to speak of
 */
export async function wordsOf(
  tx: Tx,
  row: OpenDelivery,
  productNow: number,
  remakeDigest: RemakeDigest,
): Promise<WordsOf | undefined> {
  const words = await putTogether(tx, row);
  const { delivery, community } = row;
  // What may be out already is repeated word for word.
  if (!words || isInDoubt(delivery)) return words;
  if (!community) return { ...words, view: await asOfNow(tx, words.view, productNow) };
  const view = await withoutWithdrawn(tx, community, words.view, remakeDigest);
  return view && { ...words, view };
}

const isInDoubt = ({ status, inDoubtSince }: OpenDelivery["delivery"]): boolean =>
  status === "leased" || inDoubtSince !== null;

async function putTogether(tx: Tx, row: OpenDelivery): Promise<WordsOf | undefined> {
  const { delivery, announcement, community } = row;
  const edits = delivery.edits === null ? undefined : await messageOf(tx, delivery.edits);
  if (isInDoubt(delivery) && delivery.view) return { view: delivery.view, ...(edits && { edits }) };
  if (community && announcement.kind === "folded") {
    const view = await foldedWords(tx, community, announcement.view, delivery);
    return view && { view };
  }
  if (community && edits && delivery.foldedInto !== null) {
    const [folded] = await tx
      .select({ view: announcements.view })
      .from(deliveries)
      .innerJoin(announcements, eq(announcements.id, deliveries.announcementId))
      .where(eq(deliveries.id, delivery.foldedInto));
    const view = folded && (await foldedWords(tx, community, folded.view, delivery));
    return view && { view, edits };
  }
  if (edits) return { view: delivery.view ?? announcement.view, edits };
  // Not what an attempt before would have said: what the community hears of counts until it is told.
  return { view: announcement.view };
}

async function messageOf(tx: Tx, deliveryId: string) {
  const [row] = await tx
    .select({ status: deliveries.status, messageId: deliveries.messageId })
    .from(deliveries)
    .where(eq(deliveries.id, deliveryId));
  return row?.status === "delivered" && row.messageId !== null ? { messageId: row.messageId, deliveryId } : undefined;
}

/** The parts up to this delivery, each asked for its producer's consent once more; a single one speaks for itself. */
async function foldedWords(
  tx: Tx,
  community: CommunityRow,
  said: AnnouncementView,
  { id, foldedInto, seq }: OpenDelivery["delivery"],
): Promise<AnnouncementView | undefined> {
  if (said.kind !== "folded") return said;
  const parts = await tx
    .select({ announcement: announcements, view: deliveries.view, edits: deliveries.edits })
    .from(deliveries)
    .innerJoin(announcements, eq(announcements.id, deliveries.announcementId))
    .where(
      and(eq(deliveries.foldedInto, foldedInto ?? id), ne(deliveries.status, "withdrawn"), lte(deliveries.seq, seq)),
    )
    .orderBy(asc(deliveries.seq));
  // Written before parts were kept together with their message.
  if (parts.length === 0) return said;
  const views: AnnouncementView[] = [];
  for (const { announcement, view, edits } of parts) {
    // A part that changed the message keeps all that it said then, the other parts' lines with its own.
    const own = edits === null || view?.kind === "folded" ? announcement.view : (view ?? announcement.view);
    if (await communityStillWants(tx, community, announcement)) views.push(await asHeardBy(tx, community, own));
  }
  const [single, ...others] = withoutOvertaken(views);
  if (others.length === 0) return single;
  return foldedView(views, { ...said, at: Date.parse(said.occurredAt) });
}
