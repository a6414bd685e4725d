import { readPrivacy } from "../accounts/index.ts";
import { type CommunityRow, wants } from "../communities/index.ts";
import type { Reader } from "../db/client.ts";
import type { announcements, identities } from "../db/schema/index.ts";
// biome-ignore lint/style/noRestrictedImports: a reading records what it read, which is announced, so the index.ts leads back here
import { isStillEnding } from "../sources/beatpass/remind-of-tokens.ts";
import { privateTopicOf } from "./private-topic.ts";

type Announcement = Pick<typeof announcements.$inferSelect, "producerId" | "view">;

/** Whether a community still wants it when it is about to be sent, and the producer still agrees to it. */
export async function communityStillWants(
  reader: Reader,
  community: CommunityRow,
  { view }: Announcement,
): Promise<boolean> {
  if (community.leftAt !== null) return false;
  if (!("producer" in view)) return true;
  return wants(reader, community, view);
}

/**
 * Whether a person still is the producer it is about, and still asks to be told.
 * @param productNow product time, ms
 */
export async function personStillWants(
  reader: Reader,
  person: typeof identities.$inferSelect | null,
  { producerId, view }: Announcement,
  productNow: number,
): Promise<boolean> {
  if (view.kind === "token-soon") return person !== null && isStillEnding(reader, person, view.expiresAt, productNow);
  const topic = privateTopicOf(view.kind);
  if (!topic) return true;
  if (person?.producerId !== producerId || !person.hasChosen) return false;
  return (await readPrivacy(reader, producerId)).told[person.platform][topic];
}
