import { CHAT_PLATFORMS, NEWS_TOPICS } from "@beatpass/shared/contracts";
import { sql } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import { readPrivacy } from "./read-privacy.ts";

/** Of the names on a track, those that may stand in somebody else's announcement: who is announced nowhere is not among them. */
export async function willingOthers(tx: Tx, trackId: string, names: readonly string[]): Promise<string[]> {
  const credited = await tx.all<{ name: string; producer_id: string }>(sql`
    SELECT a.name, a.producer_id FROM tracks t JOIN track_artists ta ON ta.track_key = t.key
    JOIN artists a ON a.id = ta.artist_id WHERE t.id = ${trackId} AND a.producer_id IS NOT NULL`);
  const unwilling = new Set<string>();
  for (const { name, producer_id } of credited) {
    const { announced } = await readPrivacy(tx, producer_id);
    const isQuiet = CHAT_PLATFORMS.every((platform) => NEWS_TOPICS.every((topic) => !announced[platform][topic]));
    if (isQuiet) unwilling.add(name);
  }
  return names.filter((name) => !unwilling.has(name));
}
