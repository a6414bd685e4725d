import type { NamedRef } from "@beatpass/shared/contracts";
import { sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { idList } from "../db/json-rows.ts";

/** Whose albums are: the primary artist of most of their tracks, of equals the first by id. None without tracks. */
export async function albumArtists(db: Reader, albumIds: Iterable<string>): Promise<Map<string, NamedRef>> {
  const rows = await db.all<{ album: string; id: string; name: string }>(sql`
    SELECT b.id AS album, a.id, a.name FROM albums b JOIN artists a ON a.id = (
      SELECT ta.artist_id FROM tracks t JOIN track_artists ta ON ta.track_key = t.key AND ta.position = 0
      WHERE t.album_id = b.id AND t.removed_at IS NULL
      GROUP BY ta.artist_id ORDER BY count(*) DESC, ta.artist_id LIMIT 1)
    WHERE b.id IN ${idList(albumIds)}`);
  return new Map(rows.map(({ album, id, name }) => [album, { id, name }]));
}
