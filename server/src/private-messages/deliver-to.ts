import type { ChatPlatform } from "@beatpass/shared/contracts";
import type { Tx } from "../db/client.ts";
import { deliveries } from "../db/schema/index.ts";
import { randomId } from "../ids.ts";

/** A person on a platform; the scope as of an identity. */
type Person = { platform: ChatPlatform; scope: string; userId: string };

/** Where a private message is counted as sent to: a person's address takes the place of a community. */
const personAddress = ({ platform, scope, userId }: Person): string => `person:${platform}:${scope}:${userId}`;

/** Writes a delivery of an announcement to one person. */
export async function deliverTo(tx: Tx, announcementId: string, person: Person): Promise<void> {
  await tx
    .insert(deliveries)
    .values({
      id: randomId(),
      announcementId,
      communityId: personAddress(person),
      platform: person.platform,
      channelId: person.userId,
      personScope: person.scope,
      createdAt: Date.now(),
    })
    .onConflictDoNothing();
}
