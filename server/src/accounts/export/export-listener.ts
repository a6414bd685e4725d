import type { AccountExport } from "@beatpass/shared/contracts";
import { sql } from "drizzle-orm";
import type { Reader } from "../../db/client.ts";

/** The name of a track that may be somebody else's: only where everybody may know it. */
export const PUBLIC_TITLE = sql`CASE WHEN t.public AND t.removed_at IS NULL THEN t.title END`;

/** What a producer downloaded: downloaders, followers and listeners go by the account's id. */
export async function exportDownloads(db: Reader, producerId: string): Promise<AccountExport["downloads"]> {
  const rows = await db.all<{ trackId: string; title: string | null; at: number }>(sql`
    SELECT t.id AS "trackId", ${PUBLIC_TITLE} AS title, d.at FROM downloads d JOIN tracks t ON t.key = d.track_key
    WHERE d.user_id = ${producerId} ORDER BY d.at, d.seq`);
  return rows.map(({ trackId, title, at }) => ({
    trackId,
    ...(title !== null && { title }),
    at: new Date(at).toISOString(),
  }));
}

/** Whom a producer follows, or followed once. */
export async function exportFollows(db: Reader, producerId: string): Promise<AccountExport["follows"]> {
  const rows = await db.all<{ artistId: string; name: string; following: number; at: number }>(sql`
    SELECT f.artist_id AS "artistId", a.name, f.following, f.at FROM follows f JOIN artists a ON a.id = f.artist_id
    WHERE f.user_id = ${producerId} ORDER BY f.at, f.artist_id`);
  return rows.map(({ following, at, ...artist }) => ({
    ...artist,
    following: following === 1,
    at: new Date(at).toISOString(),
  }));
}
