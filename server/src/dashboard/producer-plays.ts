import { type SQL, sql } from "drizzle-orm";

/** The tracks of a producer: public ones that credit any of its profiles, each once (spec §12.2). */
export const ownTrackKeys = (producerId: string): SQL => sql`(
  SELECT DISTINCT ta.track_key FROM artists a JOIN track_artists ta ON ta.artist_id = a.id JOIN tracks t ON t.key = ta.track_key
  WHERE a.producer_id = ${producerId} AND t.public AND t.removed_at IS NULL)`;
