import type { AnnouncementView } from "@beatpass/shared/contracts";
import type { CommunityRow } from "../communities/index.ts";
import type { Tx } from "../db/client.ts";
import { weekOf } from "./local-day.ts";
import { weekOfMembers } from "./week-of-members.ts";

type Digest = Extract<AnnouncementView, { kind: "community-digest" }>;

/**
 * A community's digest as it may be said now: without who unlinked or changed their mind since it was written.
 * @returns undefined where too few are left to speak of
 */
export async function remakeDigest(tx: Tx, community: CommunityRow, digest: Digest): Promise<Digest | undefined> {
  const lines = await weekOfMembers(tx, community, weekOf(digest.range));
  return lines && { ...digest, lines };
}
