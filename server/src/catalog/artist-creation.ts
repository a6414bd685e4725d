import { sql } from "drizzle-orm";

/**
 * When the profile `a` was made, ms, as a column; while that is not known, when its first track was published (spec
 * §11): also one that was removed or made private since, which makes nobody younger. Null for neither.
 */
export const ARTIST_CREATION = sql`coalesce(a.created_at, (SELECT min(t.published_at)
  FROM track_artists ta JOIN tracks t ON t.key = ta.track_key
  WHERE ta.artist_id = a.id AND (t.public OR t.field_times ->> '$.public' > t.published_at)))`;
