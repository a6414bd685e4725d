import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";

/**
 * Whether any source tells of downloads of these tracks. BeatPass does not (spec §9): no download of a track that is read
 * from there is not known to be none.
 */
export async function tellsOfDownloads(db: Reader, trackKeys: SQL): Promise<boolean> {
  const [row] = await db.all<{ told: number }>(sql`
    SELECT EXISTS (SELECT 1 FROM downloads WHERE track_key IN ${trackKeys})
      OR NOT EXISTS (SELECT 1 FROM tracks t JOIN beatpass_tracks b ON b.track_id = t.id WHERE t.key IN ${trackKeys}) AS told`);
  return row!.told === 1;
}
