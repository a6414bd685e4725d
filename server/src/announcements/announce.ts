import type { AnnouncementView } from "@beatpass/shared/contracts";
import { and, eq, isNotNull } from "drizzle-orm";
import { wants } from "../communities/index.ts";
import type { Tx } from "../db/client.ts";
import { announcements, communities, deliveries } from "../db/schema/index.ts";
import { randomId } from "../ids.ts";

/**
 * Writes an announcement and a delivery for every community that wants it, in the caller's transaction.
 * @param cause makes it unique: the same cause again announces nothing
 * @param except communities that hear of the same cause in another message
 * @returns the communities that will hear of it
 */
export async function announce(
  tx: Tx,
  view: AnnouncementView,
  cause: string,
  except: ReadonlySet<string> = new Set(),
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
  const told = new Set<string>();
  for (const community of candidates) {
    if (except.has(community.id) || !(await wants(tx, community, view))) continue;
    await tx.insert(deliveries).values({
      id: randomId(),
      announcementId: id,
      communityId: community.id,
      platform: community.platform,
      channelId: community.channelId!,
    });
    told.add(community.id);
  }
  return told;
}
