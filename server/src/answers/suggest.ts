import type { Suggestions, SuggestionsQuery } from "@beatpass/shared/contracts";
import type { z } from "zod";
import { type CommunityRef, linkedProducer, producersLike, readCommunity } from "../communities/index.ts";
import type { ReadContext } from "../context.ts";
import { ownTracksCalled } from "./own-tracks.ts";

const OFFERED = 25;

/** What fits what somebody is typing: producers of the community, or the asker's own tracks and nobody else's. */
export async function suggest(
  { db }: ReadContext,
  { platform, guildId, user, of, typed }: CommunityRef & z.infer<typeof SuggestionsQuery>,
): Promise<Suggestions> {
  const community = await readCommunity(db, { platform, guildId });
  if (of === "producer") {
    const found = await producersLike(db, community, typed, OFFERED);
    return { choices: found.map(({ id, name }) => ({ name, value: id })) };
  }
  const me = await linkedProducer(db, community, user);
  if (me === undefined) return { choices: [] };
  const tracks = await ownTracksCalled(db, me, typed, OFFERED);
  return { choices: tracks.map(({ id, title }) => ({ name: title, value: id })) };
}
