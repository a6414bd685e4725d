import type { Tier } from "@beatpass/shared/rules";
import { type SQL, sql } from "drizzle-orm";
import { HIDDEN_PRODUCERS } from "../accounts/index.ts";
import type { Reader } from "../db/client.ts";
import { exactNumber, readRows } from "../db/json-rows.ts";
import type { Board, BoardRow } from "./board.ts";
import { type BoardKey, isCurrent } from "./board-changes.ts";

/**
 * The board of everybody, read from the database a page at a time. Who asked not to be shown is left out at once,
 * before the next refresh closes the ranks up.
 * @param lastRefresh its number, 0 before the first
 */
export function worldBoard(db: Reader, key: BoardKey, lastRefresh: number): Board {
  const onBoard = isCurrent(key);
  return {
    total: async () => {
      // Positions have no gaps: the last one tells the length of a board without counting it.
      const [board] = await db.all<{ shown: number }>(sql`
        SELECT position + 1 - (SELECT count(*) FROM standings WHERE producer_id IN ${HIDDEN_PRODUCERS} AND until IS NULL
          AND +category = ${key.category} AND +period = ${key.period} AND +demo = ${key.demo ? 1 : 0}) AS shown
        FROM standings WHERE ${onBoard} ORDER BY position DESC LIMIT 1`);
      return board?.shown ?? 0;
    },
    page: async (start, limit) => {
      const rows = await readBoardRows(
        db,
        sql`(SELECT * FROM standings WHERE ${onBoard} AND position >= ${start}
          AND producer_id NOT IN ${HIDDEN_PRODUCERS} ORDER BY position LIMIT ${limit})`,
        key,
        lastRefresh,
      );
      return rows.sort((a, b) => a.position - b.position);
    },
    rowOf: async (producerId) => {
      // The pluses keep SQLite off the board's own index, along which it would look through everybody.
      const [row] = await readBoardRows(
        db,
        sql`(SELECT * FROM standings WHERE producer_id = ${producerId} AND until IS NULL AND +category = ${key.category}
          AND +period = ${key.period} AND +demo = ${key.demo ? 1 : 0} AND producer_id NOT IN ${HIDDEN_PRODUCERS})`,
        key,
        lastRefresh,
      );
      return row;
    },
    nextAbove: async ({ position, rank }) => {
      const [row] = await db.all<{ rank: number; score: number }>(sql`
        SELECT rank, score FROM standings WHERE ${onBoard} AND position < ${position} AND rank < ${rank}
          AND producer_id NOT IN ${HIDDEN_PRODUCERS} ORDER BY position DESC LIMIT 1`);
      return row;
    },
  };
}

type Columns = [
  position: number,
  producerId: string,
  name: string,
  rank: number,
  score: number | string,
  tiebreak: number | string,
  tier: Tier,
  previous: number | null,
];

async function readBoardRows(db: Reader, standings: SQL, key: BoardKey, lastRefresh: number): Promise<BoardRow[]> {
  const { category, period } = key;
  const rows = await readRows<Columns>(
    db,
    sql`position, producer_id, name, rank, ${exactNumber(sql`score`)}, ${exactNumber(sql`tiebreak`)}, tier, previous`,
    sql`(SELECT s.*, p.name, (SELECT b.rank FROM standings b WHERE b.category = ${category} AND b.period = ${period}
        AND b.producer_id = s.producer_id AND b.since < ${lastRefresh} AND (b.until IS NULL OR b.until >= ${lastRefresh})
      ) AS previous
      FROM ${standings} s JOIN producers p ON p.id = s.producer_id)`,
  );
  return rows.map(([position, producerId, name, rank, score, tiebreak, tier, previous]) => ({
    rank,
    position,
    producerId,
    name,
    score: Number(score),
    tiebreak: Number(tiebreak),
    tier,
    ...(previous !== null && { previousRank: previous }),
  }));
}
