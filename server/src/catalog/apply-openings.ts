import { sql } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import { jsonRows } from "../db/json-rows.ts";
import type { OpeningFact } from "./facts.ts";

/**
 * Adds opening balances to the totals of their tracks; no day has these plays and nobody is paid for them. A track that
 * was played before has had its first play, too.
 */
export async function applyOpenings(tx: Tx, facts: readonly OpeningFact[]): Promise<void> {
  const rows = facts.map(({ trackId, plays, at }) => [trackId, plays, at]);
  await tx.run(sql`
    UPDATE tracks SET opening_plays = j.value ->> 1, plays = plays + (j.value ->> 1), opening_at = j.value ->> 2, played = 1
    FROM ${jsonRows(rows)} AS j WHERE tracks.id = j.value ->> 0`);
}
