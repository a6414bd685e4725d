import { levelForXp } from "@beatpass/shared/rules";
import { sql } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import { jsonRows } from "../db/json-rows.ts";

/** Sums totals and levels from the ledger, for producers that have none yet: what was paid once, and what counted plays paid. */
export async function deriveXp(tx: Tx): Promise<void> {
  await tx.run(sql`
    UPDATE producers SET play_xp = n.xp, paid_plays = n.plays FROM (
      SELECT m.producer_id, sum(m.xp * p.plays) AS xp, sum(p.plays) AS plays FROM
        (SELECT award_id, count(*) AS plays FROM plays WHERE counted AND award_id > 0 GROUP BY award_id) p
        JOIN award_producers m ON m.award_id = p.award_id GROUP BY m.producer_id) AS n
    WHERE producers.id = n.producer_id`);
  const rows = await tx.all<{ id: string; xp: number }>(
    sql`SELECT producer_id AS id, sum(xp) AS xp FROM xp_paid GROUP BY producer_id`,
  );
  await tx.run(sql`
    UPDATE producers SET xp = j.value ->> 1, level = j.value ->> 2
    FROM ${jsonRows(rows.map(({ id, xp }) => [id, xp, levelForXp(xp)]))} AS j WHERE producers.id = j.value ->> 0`);
}
