import { sql } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import { textRows } from "../db/json-rows.ts";
import { type BoardChanges, isCurrent } from "./board-changes.ts";

/** Ends the rows that no longer hold and begins those that do from this refresh on. */
export async function saveBoard(tx: Tx, { ended, begun, ...board }: BoardChanges, refreshId: number): Promise<void> {
  const { category, period, demo } = board;
  await tx.run(sql`
    UPDATE standings SET until = ${refreshId}
    WHERE ${isCurrent(board)} AND producer_id IN (SELECT value FROM json_each(${ended}))`);
  await tx.run(sql`
    INSERT INTO standings (demo, category, period, producer_id, since, rank, position, score, tiebreak, tier)
    SELECT ${demo ? 1 : 0}, ${category}, ${period}, value ->> 0, ${refreshId}, value ->> 1, value ->> 2, value ->> 3,
      value ->> 4, value ->> 5
    FROM ${textRows(begun)}`);
}
