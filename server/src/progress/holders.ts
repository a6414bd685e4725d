import { sql } from "drizzle-orm";
import type { Reader, Tx } from "../db/client.ts";
import { jsonRows, readRows } from "../db/json-rows.ts";

/** How many producers hold each achievement that anybody holds, by its slug; of demo people or of real ones. */
export const readHolders = async (db: Reader, demo: boolean): Promise<ReadonlyMap<string, number>> =>
  new Map(
    await readRows<[string, number]>(db, sql`slug, holders`, sql`achievement_holders WHERE demo = ${demo ? 1 : 0}`),
  );

/** Counts achievements that were unlocked just now. */
export async function addHolders(tx: Tx, unlocks: readonly { producerId: string; slug: string }[]): Promise<void> {
  if (unlocks.length === 0) return;
  await tx.run(sql`
    INSERT INTO achievement_holders (demo, slug, holders)
    SELECT p.demo, j.value ->> 1, count(*)
    FROM ${jsonRows(unlocks.map(({ producerId, slug }) => [producerId, slug]))} AS j CROSS JOIN producers p ON p.id = j.value ->> 0
    WHERE true GROUP BY 1, 2
    ON CONFLICT (demo, slug) DO UPDATE SET holders = holders + excluded.holders`);
}

/** Counts everything that was ever unlocked, into an empty table. */
export const deriveHolders = (tx: Tx): Promise<unknown> =>
  tx.run(sql`
    INSERT INTO achievement_holders (demo, slug, holders)
    SELECT p.demo, x.subject, count(*) FROM xp_entries x JOIN producers p ON p.id = x.producer_id
    WHERE x.reason = 'achievement' GROUP BY 1, 2`);
