import type { ProducerView } from "@beatpass/shared/contracts";
import { and, eq, isNotNull } from "drizzle-orm";
import { wants } from "../communities/index.ts";
import type { Tx } from "../db/client.ts";
import { announcements, communities, deliveries } from "../db/schema/index.ts";
import { randomId } from "../ids.ts";
import { placeDelivery } from "./place-delivery.ts";

export type ProducerAnnouncement = ProducerView;

export type Audience = {
  /** Communities that hear of the same cause in another message. */
  except?: ReadonlySet<string>;
  /** Nobody else hears of it. */
  only?: ReadonlySet<string>;
  /** Communities and members that are newer hear nothing: their first refresh announces nothing (spec §13). Instant in ms. */
  knownSince?: number | undefined;
};

/**
 * Writes an announcement and a delivery for every community that wants it, in the caller's transaction.
 * @param cause makes it unique: the same cause again announces nothing
 * @returns the communities that will hear of it
 */
export async function announce(
  tx: Tx,
  view: ProducerAnnouncement,
  cause: string,
  { except, only, knownSince }: Audience = {},
): Promise<ReadonlySet<string>> {
  const id = randomId();
  const written = await tx
    .insert(announcements)
    .values({ id, kind: view.kind, producerId: view.producer.id, cause, view, occurredAt: Date.parse(view.occurredAt) })
    .onConflictDoNothing()
    .returning({ id: announcements.id });
  if (written.length === 0) return new Set();
  // Demo facts never reach a real channel, nor real ones a demo channel.
  const candidates = await tx
    .select()
    .from(communities)
    .where(and(eq(communities.demo, view.demo), isNotNull(communities.channelId)));
  const now = Date.now();
  const told = new Set<string>();
  for (const community of candidates) {
    if (except?.has(community.id) || (only && !only.has(community.id))) continue;
    if (!(await wants(tx, community, view, knownSince))) continue;
    const channelId = community.channelId!;
    const place = await placeDelivery(tx, { channelId, kind: view.kind, dailyPosts: community.dailyPosts }, now);
    await tx.insert(deliveries).values({
      id: randomId(),
      announcementId: id,
      communityId: community.id,
      platform: community.platform,
      channelId,
      createdAt: now,
      ...place,
    });
    told.add(community.id);
  }
  return told;
}
