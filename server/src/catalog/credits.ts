import type { NamedRef } from "@beatpass/shared/contracts";
import { asc, eq, inArray } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { idList } from "../db/json-rows.ts";
import { artists, trackArtists } from "../db/schema/index.ts";

/** The credited artists of tracks, primary first. */
export async function creditsOf(db: Reader, trackKeys: readonly number[]): Promise<Map<number, NamedRef[]>> {
  const rows = await db
    .select({ trackKey: trackArtists.trackKey, id: artists.id, name: artists.name })
    .from(trackArtists)
    .innerJoin(artists, eq(artists.id, trackArtists.artistId))
    .where(inArray(trackArtists.trackKey, idList(trackKeys)))
    .orderBy(asc(trackArtists.trackKey), asc(trackArtists.position));
  const byTrack = Map.groupBy(rows, ({ trackKey }) => trackKey);
  return new Map([...byTrack].map(([key, credits]) => [key, credits.map(({ id, name }) => ({ id, name }))]));
}
