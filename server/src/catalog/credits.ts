import type { NamedRef } from "@beatpass/shared/contracts";
import { sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { idList } from "../db/json-rows.ts";

/** The credited artists of tracks, primary first. */
export async function creditsOf(db: Reader, trackKeys: readonly number[]): Promise<Map<number, NamedRef[]>> {
  const rows = await db.all<{ track_key: number; id: string; name: string }>(sql`
    SELECT ta.track_key, a.id, a.name FROM track_artists ta JOIN artists a ON a.id = ta.artist_id
    WHERE ta.track_key IN ${idList(trackKeys)} ORDER BY ta.track_key, ta.position`);
  const byTrack = Map.groupBy(rows, ({ track_key }) => track_key);
  return new Map([...byTrack].map(([key, credits]) => [key, credits.map(({ id, name }) => ({ id, name }))]));
}
