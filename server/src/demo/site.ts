import type { DemoSite } from "@beatpass/shared/contracts";
import { sql } from "drizzle-orm";
import { creditsOf } from "../catalog/index.ts";
import type { Database } from "../db/client.ts";
import { HERO } from "./people.ts";

const TRACKS = 1000;

/**
 * What the BeatPass stand-in page lists: the demo's artists and tracks, the most played first, but before them the
 * demo producer's own, which open their insights.
 */
export async function demoSite(db: Database): Promise<DemoSite> {
  const artists = await db.all<{ id: string; name: string }>(sql`SELECT id, name FROM artists WHERE demo ORDER BY id`);
  const rows = await db.all<{
    key: number;
    id: string;
    title: string;
    duration_ms: number | null;
    album_id: string | null;
    album: string | null;
  }>(sql`
    SELECT t.key, t.id, t.title, t.duration_ms, t.album_id, a.title AS album FROM tracks t LEFT JOIN albums a ON a.id = t.album_id
    WHERE t.demo AND t.public AND t.removed_at IS NULL
    ORDER BY t.key IN (SELECT track_key FROM track_artists WHERE artist_id = ${HERO.artistId}) DESC, t.plays DESC, t.key LIMIT ${TRACKS}`);
  const credits = await creditsOf(
    db,
    rows.map(({ key }) => key),
  );
  return {
    artists,
    tracks: rows.map(({ key, id, title, duration_ms, album_id, album }) => ({
      id,
      title,
      artists: credits.get(key) ?? [],
      ...(album_id !== null && album !== null && { album: { id: album_id, title: album } }),
      ...(duration_ms !== null && { durationMs: duration_ms }),
    })),
  };
}
