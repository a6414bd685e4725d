import { and, eq } from "drizzle-orm";
import { readPrivacy } from "../accounts/index.ts";
import type { Tx } from "../db/client.ts";
import { identities } from "../db/schema/index.ts";
import { deliverTo } from "../private-messages/index.ts";
import type { ProducerAnnouncement } from "./announce.ts";
import { privateTopicOf } from "./private-topic.ts";

/** Writes a delivery to the producer alone, wherever they are linked and asked to be told. */
export async function tellPrivately(tx: Tx, announcementId: string, view: ProducerAnnouncement): Promise<void> {
  const topic = privateTopicOf(view.kind);
  if (!topic || view.demo) return;
  const { told } = await readPrivacy(tx, view.producer.id);
  const linked = await tx
    .select()
    .from(identities)
    .where(and(eq(identities.producerId, view.producer.id), eq(identities.hasChosen, true)));
  for (const { platform, scope, platformUserId: userId } of linked) {
    if (told[platform][topic]) await deliverTo(tx, announcementId, { platform, scope, userId });
  }
}
