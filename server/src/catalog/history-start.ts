import type { HistoryStart } from "@beatpass/shared/contracts";
import { dayOf, isoDate } from "@beatpass/shared/metrics";
import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";

/** Where the daily figures of tracks begin, with the plays before; undefined where nothing lies before them. */
export async function historyStartOf(db: Reader, trackKeys: SQL): Promise<HistoryStart | undefined> {
  const [row] = await db.all<{ at: number | null; plays: number | null }>(sql`
    SELECT max(opening_at) AS at, sum(opening_plays) AS plays FROM tracks WHERE key IN ${trackKeys} AND opening_at IS NOT NULL`);
  return row?.at == null ? undefined : { date: isoDate(dayOf(row.at)), plays: row.plays ?? 0 };
}

/** The same over a producer's own tracks (spec §12.2). */
export const readHistoryStart = (db: Reader, producerId: string): Promise<HistoryStart | undefined> =>
  historyStartOf(
    db,
    sql`(SELECT t.key FROM artists a JOIN track_artists ta ON ta.artist_id = a.id JOIN tracks t ON t.key = ta.track_key
      WHERE a.producer_id = ${producerId} AND t.public AND t.removed_at IS NULL)`,
  );
