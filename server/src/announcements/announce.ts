import type { ProducerView } from "@beatpass/shared/contracts";
import { and, eq, isNull } from "drizzle-orm";
import { asHeardBy, type CommunityRow, wants } from "../communities/index.ts";
import type { Tx } from "../db/client.ts";
import { announcements, communities, deliveries } from "../db/schema/index.ts";
import { randomId } from "../ids.ts";
import { changeOf } from "./change-of.ts";
import { channelFor, placeDelivery } from "./place-delivery.ts";
import { tellPrivately } from "./tell-privately.ts";

export type ProducerAnnouncement = ProducerView;

export type Audience = {
  /** Communities that hear of the same cause in another message. */
  except?: ReadonlySet<string>;
  /** Nobody else hears of it. */
  only?: ReadonlySet<string>;
  /** Communities and members that came after this refresh hear nothing: their first one announces nothing (spec §13). */
  knownBefore?: number | undefined;
};

/**
 * Writes an announcement and a delivery for every community that wants it, or for its producer alone where it is
 * private, in the caller's transaction.
 * @param cause makes it unique: the same cause again announces nothing
 * @returns the communities that will hear of it
 */
export async function announce(
  tx: Tx,
  view: ProducerAnnouncement,
  cause: string,
  { except, only, knownBefore }: Audience = {},
): Promise<ReadonlySet<string>> {
  const id = randomId();
  const written = await tx
    .insert(announcements)
    .values({ id, kind: view.kind, producerId: view.producer.id, cause, view, occurredAt: Date.parse(view.occurredAt) })
    .onConflictDoNothing()
    .returning({ id: announcements.id });
  if (written.length === 0) return new Set();
  await tellPrivately(tx, id, view);
  // Demo facts never reach a real channel, nor real ones a demo channel.
  const candidates = await tx
    .select()
    .from(communities)
    .where(and(eq(communities.demo, view.demo), isNull(communities.leftAt)));
  const told = new Set<string>();
  for (const community of candidates) {
    if (except?.has(community.id) || (only && !only.has(community.id))) continue;
    const channelId = channelFor(community, view.kind);
    if (channelId === undefined || !(await wants(tx, community, view, knownBefore))) continue;
    await tellCommunity(tx, id, view, community, channelId);
    told.add(community.id);
  }
  return told;
}

/** As a message of its own, now or later, or in the place of one that says less by now. */
async function tellCommunity(
  tx: Tx,
  announcementId: string,
  view: ProducerAnnouncement,
  community: CommunityRow,
  channelId: string,
): Promise<void> {
  const now = Date.now();
  const where = { communityId: community.id, channelId };
  const change = await changeOf(tx, where, await asHeardBy(tx, community, view), now);
  const place = change ?? (await placeDelivery(tx, { community, channelId, kind: view.kind }, now));
  await tx.insert(deliveries).values({
    id: randomId(),
    announcementId,
    communityId: community.id,
    platform: community.platform,
    channelId,
    createdAt: now,
    ...place,
  });
}
