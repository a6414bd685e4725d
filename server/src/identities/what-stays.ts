import type { UnlinkAnswer } from "@beatpass/shared/contracts";
import { readPrivacy } from "../accounts/index.ts";
import { type CommunityRef, isMemberOf, readCommunity } from "../communities/index.ts";
import type { Reader } from "../db/client.ts";
import { isLinkedOn } from "./keep-quiet.ts";

/** What a community still has of a producer after an account of theirs was unlinked; undefined for nothing. */
export async function whatStays(db: Reader, ref: CommunityRef, producerId: string): Promise<UnlinkAnswer["stays"]> {
  const community = await readCommunity(db, ref);
  if (!(await isMemberOf(db, community, producerId))) return undefined;
  if (await isLinkedOn(db, producerId, ref.platform)) return "link";
  return (await readPrivacy(db, producerId)).onBoards ? "boards" : undefined;
}
