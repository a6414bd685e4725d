import { sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { closestToTyped, mayHold } from "../db/find-typed.ts";

/**
 * A producer's own public tracks (spec §12.2) by id or title, the closest to what was typed first, the most played of
 * those that are equally close.
 */
export async function ownTracksCalled(
  db: Reader,
  producerId: string,
  typed: string,
  limit: number,
): Promise<{ id: string; title: string }[]> {
  const tracks = await db.all<{ id: string; title: string }>(sql`
    SELECT t.id, t.title FROM tracks t WHERE t.public AND t.removed_at IS NULL
      AND t.key IN (SELECT ta.track_key FROM track_artists ta JOIN artists a ON a.id = ta.artist_id WHERE a.producer_id = ${producerId})
      AND (t.id = ${typed.trim()} OR ${mayHold(sql`t.title`, typed)})
    ORDER BY t.plays DESC, t.id`);
  return closestToTyped(tracks, ({ title }) => [title], typed).slice(0, limit);
}
