import { sql } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import { jsonEach } from "../db/json-rows.ts";

const QUIET = "quiet:";
/** Longer than any three refreshes, which is how long it counts. */
const FORGOTTEN_AFTER_MS = 30 * 86_400_000;

/**
 * Notes that producers came to what happened long ago: by a connection's first reading, by one that caught up on days of
 * which nothing was known, or by artists that are theirs from now on; those they work with among them. What refreshes find
 * of it is no news (spec §13).
 * @param at product time, ms
 */
export async function noteQuiet(tx: Tx, producerIds: readonly string[], at: number): Promise<void> {
  await tx.run(sql`DELETE FROM cursors WHERE name LIKE ${`${QUIET}%`} AND seq < ${at - FORGOTTEN_AFTER_MS}`);
  await tx.run(sql`
    INSERT INTO cursors (name, seq) SELECT ${QUIET} || value, ${at} FROM ${jsonEach([...new Set(producerIds)])} WHERE true
    ON CONFLICT (name) DO UPDATE SET seq = excluded.seq`);
}

/** Of whom nothing is announced by a refresh that sees for the first time what came since an instant. */
export async function quietProducers(tx: Tx, since: number | undefined): Promise<ReadonlySet<string>> {
  const rows = await tx.all<{ id: string }>(sql`
    SELECT substr(name, ${QUIET.length + 1}) AS id FROM cursors
    WHERE substr(name, 1, ${QUIET.length}) = ${QUIET} AND seq >= ${since ?? 0}`);
  return new Set(rows.map(({ id }) => id));
}
