import { sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";

/**
 * A producer's own public tracks (spec §12.2) by id or title, case aside: the exact one first, then those that begin
 * with what was typed, then those that hold it, the most played first.
 */
export async function ownTracksCalled(
  db: Reader,
  producerId: string,
  typed: string,
  limit: number,
): Promise<{ id: string; title: string }[]> {
  const text = typed.trim().toLowerCase();
  return db.all<{ id: string; title: string }>(sql`
    SELECT t.id, t.title FROM tracks t WHERE t.public AND t.removed_at IS NULL
      AND t.key IN (SELECT ta.track_key FROM track_artists ta JOIN artists a ON a.id = ta.artist_id WHERE a.producer_id = ${producerId})
      AND (t.id = ${typed.trim()} OR instr(lower(t.title), ${text}) > 0)
    ORDER BY t.id = ${typed.trim()} DESC, lower(t.title) = ${text} DESC, instr(lower(t.title), ${text}) = 1 DESC,
      t.plays DESC, t.id LIMIT ${limit}`);
}
