import { and, eq } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { artists, trackArtists } from "../db/schema/index.ts";
import { isAdmin, type Principal, producerOf } from "../http/principal.ts";

/** The owner, any artist credited on the track, and administrators (spec §5 "Who may see them"). */
export async function maySeeTrack(db: Reader, who: Principal, trackKey: number): Promise<boolean> {
  if (isAdmin(who)) return true;
  const producerId = producerOf(who);
  if (producerId === undefined) return false;
  const rows = await db
    .select({ id: artists.id })
    .from(trackArtists)
    .innerJoin(artists, eq(artists.id, trackArtists.artistId))
    .where(and(eq(trackArtists.trackKey, trackKey), eq(artists.producerId, producerId)))
    .limit(1);
  return rows.length > 0;
}
