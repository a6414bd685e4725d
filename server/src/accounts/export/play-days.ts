import { MS_PER_DAY } from "@beatpass/shared/metrics";
import { sql } from "drizzle-orm";
import type { Reader } from "../../db/client.ts";
import { csvCell } from "./csv-cell.ts";
import { ownTrackKeys } from "./export-catalog.ts";

/** Plays per track and UTC day as CSV (RFC 4180), a track at a time: there may be a million lines. */
export async function* playDays(db: Reader, producerId: string): AsyncGenerator<string> {
  yield "\uFEFFtrack_id,title,date,plays\r\n";
  const own = await db.all<{ key: number; id: string; title: string }>(
    sql`SELECT key, id, title FROM tracks WHERE key IN ${ownTrackKeys(producerId)} ORDER BY published_at, key`,
  );
  for (const { key, id, title } of own) {
    const days = await db.all<{ day: number; plays: number }>(
      sql`SELECT day, plays FROM track_days WHERE track_key = ${key} AND plays > 0 ORDER BY day`,
    );
    const track = `${csvCell(id)},${csvCell(title)}`;
    const lines = days.map(
      ({ day, plays }) => `${track},${new Date(day * MS_PER_DAY).toISOString().slice(0, 10)},${plays}\r\n`,
    );
    if (lines.length > 0) yield lines.join("");
  }
}
