import { sql } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import { textRows } from "../db/json-rows.ts";
import { type BoardChanges, isCurrent } from "./board-changes.ts";

/**
 * Ends the rows that no longer hold, begins those that do from this refresh on, and keeps scores up to date that moved
 * nobody: a score that falls a little with every refresh, as earnings do, would else leave a row each time.
 */
export async function saveBoard(
  tx: Tx,
  { ended, begun, touched, ...board }: BoardChanges,
  refreshId: number,
): Promise<void> {
  const { category, period, demo } = board;
  await tx.run(sql`
    UPDATE standings SET until = ${refreshId}
    WHERE ${isCurrent(board)} AND producer_id IN (SELECT value FROM json_each(${ended}))`);
  await tx.run(sql`
    UPDATE standings SET began_score = coalesce(began_score, score), score = j.value ->> 1, tiebreak = j.value ->> 2
    FROM ${textRows(touched)} AS j WHERE ${isCurrent(board)} AND producer_id = j.value ->> 0`);
  await tx.run(sql`
    INSERT INTO standings (demo, category, period, producer_id, since, rank, previous_rank, position, score,
      tiebreak, tier)
    SELECT ${demo ? 1 : 0}, ${category}, ${period}, value ->> 0, ${refreshId}, value ->> 1, value ->> 2, value ->> 3,
      value ->> 4, value ->> 5, value ->> 6
    FROM ${textRows(begun)}`);
}
