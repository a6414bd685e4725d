import { type SQL, sql } from "drizzle-orm";
import type { Reader, Tx } from "../db/client.ts";
import { isToldAfterAll, LEFT_ALONE_MS } from "./trouble.ts";

type Again = { notice: string; delivery: string };

/**
 * Lets the oldest delivery go that a trouble keeps back, once it was left alone for a while: nothing else is there to be
 * sent that would show that it is over. One that fails again is kept back again; its age and its place in the queue stay.
 * @returns how many
 */
export async function tryAgain(tx: Tx, now: number): Promise<number> {
  const found = await findAgain(tx, now);
  for (const { notice, delivery } of found) {
    // The same instant for both tells which one is to find out: see keepBack.
    await tx.run(sql`UPDATE notices SET deliveries = max(0, deliveries - 1), last_at = ${now} WHERE id = ${notice}`);
    await tx.run(
      sql`UPDATE deliveries SET status = 'waiting', not_before = ${now}, done_at = NULL WHERE id = ${delivery}`,
    );
  }
  return found.length;
}

/** What may be tried again now, one of each trouble. */
export async function findAgain(reader: Reader, now: number): Promise<Again[]> {
  const [channels, tokens] = [await ofChannels(reader, now), await ofTokens(reader, now)];
  return [...channels, ...tokens];
}

// Apart from each other, as each has an index of its own.
const ofChannels = (reader: Reader, now: number): Promise<Again[]> =>
  again(
    reader,
    sql`(SELECT id FROM deliveries d WHERE d.channel_id = n.channel_id AND d.status = 'destination-gone'
      AND d.platform = n.platform AND d.done_at >= n.since AND ${isToldAfterAll(now)} ORDER BY d.seq LIMIT 1)`,
    sql`n.kind IN ('channel-gone', 'permission-missing') AND n.last_at <= ${now - LEFT_ALONE_MS}
      AND NOT EXISTS (SELECT 1 FROM deliveries o WHERE o.platform = n.platform AND o.channel_id = n.channel_id
        AND o.status IN ('waiting', 'leased'))`,
  );

/** What waits in the demo is sent by no bot. */
const ofTokens = (reader: Reader, now: number): Promise<Again[]> =>
  again(
    reader,
    sql`(SELECT id FROM deliveries d WHERE d.platform = n.platform AND d.status = 'credentials-dead'
      AND d.done_at >= n.since AND ${isToldAfterAll(now)} ORDER BY d.seq LIMIT 1)`,
    sql`n.kind = 'credentials-dead' AND n.last_at <= ${now - LEFT_ALONE_MS}
      AND NOT EXISTS (SELECT 1 FROM deliveries o LEFT JOIN communities c ON c.id = o.community_id
        WHERE o.platform = n.platform AND o.status IN ('waiting', 'leased') AND NOT coalesce(c.demo, 0))`,
  );

/** @param delivery one that the notice `n` keeps back, or NULL @param which the notices that are asked for */
const again = (reader: Reader, delivery: SQL, which: SQL): Promise<Again[]> =>
  reader.all(sql`
    SELECT notice, delivery
    FROM (SELECT n.id AS notice, ${delivery} AS delivery FROM notices n WHERE n.resolved_at IS NULL AND ${which})
    WHERE delivery IS NOT NULL`);
