import { sql } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import { jsonRows } from "../db/json-rows.ts";
import type { OpeningFact } from "./facts.ts";

/**
 * Adds opening balances to the totals of their tracks; no day has these plays and nobody is paid for them. A track that
 * was played before has had its first play, too.
 * Daily figures begin with the first of a track's balances.
 */
export async function applyOpenings(tx: Tx, facts: readonly OpeningFact[]): Promise<void> {
  const rows = facts.map(({ trackId, plays, at }) => [trackId, plays, at]);
  await tx.run(sql`
    UPDATE tracks SET opening_plays = opening_plays + o.plays, plays = tracks.plays + o.plays,
      opening_at = min(coalesce(opening_at, o.at), o.at), played = 1, has_paid = 1
    FROM (SELECT value ->> 0 AS id, sum(value ->> 1) AS plays, min(value ->> 2) AS at FROM ${jsonRows(rows)} GROUP BY 1) AS o
    WHERE tracks.id = o.id`);
}
