import { sql } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import { textRows } from "../db/json-rows.ts";
import { type BoardChanges, NONE } from "./board-changes.ts";
import { boardKey, isCurrent } from "./kept-board.ts";

/**
 * Ends the rows that no longer hold, begins those that do from this refresh on, and keeps up to date what moved nobody
 * off a rank: a score that falls a little with every refresh, as earnings do, would else leave a row each time, and so
 * would a place among equals.
 */
export async function saveBoard(
  tx: Tx,
  { ended, begun, scored, shifted, basis, ...board }: BoardChanges,
  refreshId: number,
): Promise<void> {
  const { category, period, demo } = board;
  // Nothing to do is usual for many boards.
  if (ended !== NONE)
    await tx.run(sql`
      UPDATE standings SET until = ${refreshId}
      WHERE ${isCurrent(board)} AND position IN (SELECT value FROM json_each(${ended}))`);
  // One statement: a place that one row leaves may be that of another from now on. The board is a column of the list,
  // else SQLite goes through the whole list for each row of the board.
  if (shifted !== NONE)
    await tx.run(sql`
      UPDATE standings SET began_score = coalesce(began_score, score), position = j.value ->> 1, score = j.value ->> 2,
        tiebreak = j.value ->> 3
      FROM (SELECT ${boardKey(board)} AS board_key, value FROM ${textRows(shifted)} LIMIT -1) AS j
      WHERE standings.board_key = j.board_key AND until IS NULL AND position = j.value ->> 0`);
  // Without the position, which would be written to the index though it is the same.
  if (scored !== NONE)
    await tx.run(sql`
      UPDATE standings SET began_score = coalesce(began_score, score), score = j.value ->> 1, tiebreak = j.value ->> 2
      FROM (SELECT ${boardKey(board)} AS board_key, value FROM ${textRows(scored)} LIMIT -1) AS j
      WHERE standings.board_key = j.board_key AND until IS NULL AND position = j.value ->> 0`);
  if (begun !== NONE) {
    await tx.run(sql`
      INSERT INTO boards (category, period, demo, since) VALUES (${category}, ${period}, ${demo ? 1 : 0}, ${refreshId})
      ON CONFLICT DO NOTHING`);
    // Of a row that is read once, and not compared, making JSONB costs more than it spares.
    await tx.run(sql`
      INSERT INTO standings (board_key, producer_key, since, rank, previous_rank, position, score, tiebreak, tier)
      SELECT ${boardKey(board)}, value ->> 0, ${refreshId}, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5,
        value ->> 6
      FROM json_each(${begun})`);
  }
  await tx.run(sql`UPDATE boards SET basis = ${basis} WHERE key = ${boardKey(board)} AND basis IS NOT ${basis}`);
}
