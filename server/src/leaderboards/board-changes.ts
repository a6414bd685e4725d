import { type Category, type Ranked, roundScore } from "@beatpass/shared/rules";
import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { exactNumber, jsonText } from "../db/json-rows.ts";

export type BoardKey = { category: Category; period: string; demo: boolean };

/** How a board's current rows become those of a new ranking. Texts of lists (jsonText): they cross threads untouched. */
export type BoardChanges = BoardKey & {
  /** Producers whose row no longer holds. */
  ended: string;
  /** Rows that hold from now on: producer, rank, rank before, position, score, tiebreak, tier. */
  begun: string;
  /** Rows that go on with another score, which moved nobody: producer, score, tiebreak. */
  touched: string;
  /** How many producers moved. */
  moved: number;
};

type StandingRow = [
  producerId: string,
  rank: number,
  previousRank: number | null,
  position: number,
  score: number,
  tiebreak: number,
  tier: string,
];

export const isCurrent = ({ category, period, demo }: BoardKey): SQL =>
  sql`category = ${category} AND period = ${period} AND demo = ${demo ? 1 : 0} AND until IS NULL`;

/** The rows of a board column by column: a list per row costs much of a refresh with many producers. */
type Columns = {
  producerId: string[];
  rank: number[];
  position: number[];
  /** A number, or a text where JSON would lose its last bit. */
  score: (number | string)[];
  tiebreak: (number | string)[];
  tier: string[];
};

async function readColumns(db: Reader, key: BoardKey): Promise<Columns> {
  const [read] = await db.all<Record<keyof Columns, string>>(sql`
    SELECT json_group_array(producer_id) AS "producerId", json_group_array(rank) AS rank,
      json_group_array(position) AS position, json_group_array(${exactNumber(sql`score`)}) AS score,
      json_group_array(${exactNumber(sql`tiebreak`)}) AS tiebreak, json_group_array(tier) AS tier
    FROM standings WHERE ${isCurrent(key)}`);
  const parsed = Object.entries(read!).map(([column, list]) => [column, JSON.parse(list)]);
  return Object.fromEntries(parsed) as Columns;
}

/** Compares a new ranking with the board as it is. */
export async function boardChanges(db: Reader, key: BoardKey, ranked: readonly Ranked[]): Promise<BoardChanges> {
  const current = await readColumns(db, key);
  const touched: [producerId: string, score: number, tiebreak: number][] = [];
  const stays = new Uint8Array(ranked.length);
  /** The ranks of everybody else. */
  const held = new Map<string, number>();
  for (const [row, producerId] of current.producerId.entries()) {
    const position = current.position[row]!;
    const now = ranked[position];
    if (now?.producerId !== producerId || now.rank !== current.rank[row] || now.tier !== current.tier[row]) {
      held.set(producerId, current.rank[row]!);
      continue;
    }
    stays[position] = 1;
    // On its way through the database a score may lose its last bit.
    if (
      roundScore(Number(current.score[row])) !== now.score ||
      roundScore(Number(current.tiebreak[row])) !== now.tiebreak
    )
      touched.push([producerId, now.score, now.tiebreak]);
  }
  const ended: string[] = [];
  const begun: StandingRow[] = [];
  let arrived = 0;
  for (const [position, { producerId, rank, score, tiebreak, tier }] of ranked.entries()) {
    if (stays[position]) continue;
    const previousRank = held.get(producerId) ?? null;
    if (held.delete(producerId)) ended.push(producerId);
    else arrived++;
    begun.push([producerId, rank, previousRank, position, score, tiebreak, tier]);
  }
  for (const producerId of held.keys()) ended.push(producerId);
  return {
    ...key,
    ended: jsonText(ended),
    begun: jsonText(begun),
    touched: jsonText(touched),
    moved: ended.length + arrived,
  };
}
