import { sql } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import { jsonRows } from "../db/json-rows.ts";
import type { LedgerFact } from "./facts.ts";

export type NewFact = { eventId: string; type: string; entry: LedgerFact };

/** Appends facts to the ledger in their order. Applying them is the caller's, in the same transaction. */
export async function appendFacts(
  tx: Tx,
  facts: readonly NewFact[],
  { sourceKey, receivedAt }: { sourceKey: number; receivedAt: number },
): Promise<void> {
  const rows = facts.map(({ eventId, type, entry }) => [
    sourceKey,
    eventId,
    type,
    "trackId" in entry.fact ? entry.fact.trackId : entry.fact.artistId,
    entry.fact.at,
    receivedAt,
    JSON.stringify(entry),
  ]);
  await tx.run(sql`
    INSERT INTO activity (source_key, event_id, type, subject, at, received_at, data)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6 FROM ${jsonRows(rows)}`);
}
