import type { RankMove } from "@beatpass/shared/contracts";
import { CATEGORIES, currentPeriods } from "@beatpass/shared/rules";
import { sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { jsonRows, readRows } from "../db/json-rows.ts";
import { fieldSize } from "./best-rank.ts";
import { isKept, keyOf } from "./kept-board.ts";
import { isRemembered } from "./prune-boards.ts";

type Row = [category: RankMove["category"], period: string, from: number | null, to: number, total: number];

/**
 * The boards on which a producer's rank is another than at an instant, most places gained first; newly ranked ones come
 * after gains, losses last.
 * @returns undefined for an instant before the boards began, or before what they still remember
 */
export async function rankMoves(
  db: Reader,
  producerId: string,
  since: number,
  now: number,
): Promise<RankMove[] | undefined> {
  if (!(await isRemembered(db, since))) return undefined;
  const [then] = await db.all<{ id: number | null }>(sql`SELECT max(id) AS id FROM refreshes WHERE at <= ${since}`);
  if (then?.id == null) return undefined;
  const periods = new Set([...currentPeriods(since), ...currentPeriods(now)]);
  const boards = [...periods].flatMap((period) =>
    CATEGORIES.filter((category) => isKept(category, period)).map((category) => [category, period]),
  );
  const rows = await readRows<Row>(
    db,
    sql`category, period, place_then, rank, total`,
    sql`(SELECT boards.category, boards.period, s.rank,
        (SELECT b.rank FROM standings b WHERE b.board_key = s.board_key
          AND b.producer_key = s.producer_key AND b.since <= ${then.id} AND (b.until IS NULL OR b.until > ${then.id})) AS place_then,
        ${fieldSize} AS total
      FROM boards JOIN standings s ON s.board_key = boards.key
      WHERE (boards.category, boards.period) IN (SELECT value ->> 0, value ->> 1 FROM ${jsonRows(boards)})
        AND s.producer_key = ${keyOf(producerId)} AND s.since > ${then.id} AND +s.until IS NULL)
      WHERE place_then IS NULL OR place_then <> rank`,
  );
  return rows
    .map(([category, period, from, to, total]): RankMove => {
      return { category, period, ...(from !== null && { from }), to, total };
    })
    .sort((a, b) => gain(b) - gain(a) || a.to / a.total - b.to / b.total || key(a).localeCompare(key(b)));
}

/** Places gained; newly ranked is neither a gain nor a loss. */
const gain = ({ from, to }: RankMove): number => (from === undefined ? 0 : from - to);
const key = ({ category, period }: RankMove): string => `${category} ${period}`;
