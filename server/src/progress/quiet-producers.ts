import { sql } from "drizzle-orm";
import { sinceRefresh } from "../communities/index.ts";
import type { Tx } from "../db/client.ts";
import { jsonEach } from "../db/json-rows.ts";

const QUIET = "quiet:";
/** It counts for three refreshes. */
const FORGOTTEN_AFTER = 10;

/**
 * Notes that producers came to what happened long ago: by a connection's first reading, by one that caught up on days of
 * which nothing was known, or by artists that are theirs from now on; those they work with among them. What refreshes find
 * of it is no news (spec §13).
 */
export async function noteQuiet(tx: Tx, producerIds: readonly string[]): Promise<void> {
  await tx.run(sql`DELETE FROM cursors WHERE name LIKE ${`${QUIET}%`} AND seq < ${sinceRefresh} - ${FORGOTTEN_AFTER}`);
  await tx.run(sql`
    INSERT INTO cursors (name, seq) SELECT ${QUIET} || value, ${sinceRefresh} FROM ${jsonEach([...new Set(producerIds)])} WHERE true
    ON CONFLICT (name) DO UPDATE SET seq = excluded.seq`);
}

/** Of whom nothing is announced by what sees for the first time what came since a refresh; all who ever were without one. */
export async function quietProducers(tx: Tx, since: number | undefined): Promise<ReadonlySet<string>> {
  const rows = await tx.all<{ id: string }>(sql`
    SELECT substr(name, ${QUIET.length + 1}) AS id FROM cursors
    WHERE substr(name, 1, ${QUIET.length}) = ${QUIET} AND seq >= ${since ?? 0}`);
  return new Set(rows.map(({ id }) => id));
}
