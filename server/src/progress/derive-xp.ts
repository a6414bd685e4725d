import { levelForXp } from "@beatpass/shared/rules";
import { sql } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import { jsonRows } from "../db/json-rows.ts";

/** Sums XP by source, totals and levels from the ledger: what was paid once, and what counted plays paid. */
export async function deriveXp(tx: Tx): Promise<void> {
  await tx.run(sql`
    INSERT INTO producer_xp (producer_id, source, xp, count)
    SELECT producer_id, source, sum(xp), sum(count) FROM (
      SELECT producer_id, reason AS source, xp, 1 AS count FROM xp_entries
      UNION ALL
      SELECT m.producer_id, 'play', m.xp * p.plays, p.plays FROM
        (SELECT award_id, count(*) AS plays FROM plays WHERE counted AND award_id > 0 GROUP BY award_id) p
        JOIN award_producers m ON m.award_id = p.award_id)
    GROUP BY producer_id, source`);
  const rows = await tx.all<{ id: string; xp: number }>(
    sql`SELECT producer_id AS id, sum(xp) AS xp FROM producer_xp GROUP BY producer_id`,
  );
  await tx.run(sql`
    UPDATE producers SET xp = j.value ->> 1, level = j.value ->> 2
    FROM ${jsonRows(rows.map(({ id, xp }) => [id, xp, levelForXp(xp)]))} AS j WHERE producers.id = j.value ->> 0`);
}
