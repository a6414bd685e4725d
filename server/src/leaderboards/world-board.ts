import type { Tier } from "@beatpass/shared/rules";
import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { exactNumber } from "../db/json-rows.ts";
import type { Board, BoardPage } from "./board.ts";
import { type BoardKey, HIDDEN_KEYS, isCurrent, keyOf, onBoard } from "./kept-board.ts";

/**
 * The board of everybody, read from the database a page at a time. Who asked not to be shown is left out at once; until the
 * next refresh closes the ranks up, they are counted among those who are ranked: nobody is fifth of four.
 * @param lastRefresh its number, 0 before the first
 */
export function worldBoard(db: Reader, key: BoardKey, lastRefresh: number): Board {
  const current = isCurrent(key);
  // The plus keeps SQLite off the board's own index, along which it would look through everybody.
  const ofThisBoard = sql`${onBoard(key)} AND +until IS NULL`;
  const ownRow = (columns: SQL, producerId: string) => sql`(SELECT ${columns} FROM standings
    WHERE producer_key = ${keyOf(producerId)} AND ${ofThisBoard} AND producer_key NOT IN ${HIDDEN_KEYS})`;
  // Positions have no gaps: the last one tells the length of a board without counting it.
  const ranked = sql`coalesce((SELECT position + 1 FROM standings WHERE ${current} ORDER BY position DESC LIMIT 1), 0)`;
  // Page and length are one question: each costs more on its way through the client than in the database.
  const readPage = (start: SQL, limit: number) =>
    readBoardRows(
      db,
      sql`(SELECT * FROM standings WHERE ${current} AND position >= ${start}
        AND producer_key NOT IN ${HIDDEN_KEYS} ORDER BY position LIMIT ${limit})`,
      { lastRefresh, total: ranked },
    );
  return {
    total: async () => {
      const [board] = await db.all<{ total: number }>(sql`SELECT ${ranked} AS total`);
      return board!.total;
    },
    page: (start, limit) => readPage(sql`${start}`, limit),
    pageAround: (producerId, limit) => {
      const start = sql`max(min(position - ${Math.floor(limit / 2)}, ${ranked} - ${limit}), 0)`;
      return readPage(sql`(SELECT ${start} FROM ${ownRow(sql`position`, producerId)})`, limit + 1);
    },
    rowOf: async (producerId) => {
      const { rows } = await readBoardRows(db, ownRow(sql`*`, producerId), { lastRefresh });
      return rows[0];
    },
    nextAbove: async ({ position, rank }) => {
      const [row] = await db.all<{ rank: number; score: number }>(sql`
        SELECT rank, score FROM standings WHERE ${current} AND position < ${position} AND rank < ${rank}
          AND producer_key NOT IN ${HIDDEN_KEYS} ORDER BY position DESC LIMIT 1`);
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

async function readBoardRows(
  db: Reader,
  standings: SQL,
  { lastRefresh, total = sql`0` }: { lastRefresh: number; total?: SQL },
): Promise<BoardPage> {
  const [read] = await db.all<{ list: string; total: number }>(sql`
    SELECT ${total} AS total, (
      SELECT json_group_array(json_array(s.position, p.id, p.name, s.rank, ${exactNumber(sql`s.score`)},
        ${exactNumber(sql`s.tiebreak`)}, s.tier,
        iif(s.since < ${lastRefresh}, s.rank, s.previous_rank)))
      FROM ${standings} s JOIN producers p ON p.key = s.producer_key) AS list`);
  const rows = (JSON.parse(read!.list) as Columns[]).map(
    ([position, producerId, name, rank, score, tiebreak, tier, previous]) => ({
      rank,
      position,
      producerId,
      name,
      score: Number(score),
      tiebreak: Number(tiebreak),
      tier,
      ...(previous !== null && { previousRank: previous }),
    }),
  );
  return { rows: rows.sort((a, b) => a.position - b.position), total: read!.total };
}
