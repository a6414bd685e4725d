import { type Ranked, roundScore } from "@beatpass/shared/rules";
import { sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { exactNumber, jsonText } from "../db/json-rows.ts";
import { type BoardKey, isCurrent } from "./kept-board.ts";

/** How a board's current rows become those of a new ranking. Texts of lists (jsonText): they cross threads untouched. */
export type BoardChanges = BoardKey & {
  /** Rows that no longer hold, by their position: each is found by it, whatever the number of producers and refreshes. */
  ended: string;
  /** Rows that hold from now on: producer, rank, rank before, position, score, tiebreak, tier. */
  begun: string;
  /** Rows that go on at their rank, with another score or another place in the list: position until now and from now on, score, tiebreak. */
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

/**
 * Compares a new ranking with the board as it is. A row goes on where rank and tier are the same; not so where the score
 * changed together with who shares the rank: that is why others moved, and history has to tell both scores.
 */
export async function boardChanges(db: Reader, key: BoardKey, ranked: readonly Ranked[]): Promise<BoardChanges> {
  const current = await readColumns(db, key);
  const heldBefore = countByRank(current.rank);
  const heldNow = countByRank(ranked.map(({ rank }) => rank));
  // On its way through the database a score may lose its last bit.
  const hasScored = (row: number, { score, tiebreak }: Ranked) =>
    roundScore(Number(current.score[row])) !== score || roundScore(Number(current.tiebreak[row])) !== tiebreak;
  const goesOn = (row: number, now: Ranked) =>
    now.rank === current.rank[row] &&
    now.tier === current.tier[row] &&
    (heldBefore[now.rank] === heldNow[now.rank] || !hasScored(row, now));
  const touched: [before: number, position: number, score: number, tiebreak: number][] = [];
  const stays = new Uint8Array(ranked.length);
  /** The rows of everybody else. */
  const left = new Map<string, number>();
  for (const [row, producerId] of current.producerId.entries()) {
    const position = current.position[row]!;
    const now = ranked[position];
    if (now?.producerId !== producerId || !goesOn(row, now)) {
      left.set(producerId, row);
      continue;
    }
    stays[position] = 1;
    if (hasScored(row, now)) touched.push([position, position, now.score, now.tiebreak]);
  }
  const ended: number[] = [];
  const begun: StandingRow[] = [];
  let arrived = 0;
  for (const [position, one] of ranked.entries()) {
    if (stays[position]) continue;
    const { producerId, rank, score, tiebreak, tier } = one;
    const row = left.get(producerId);
    if (row === undefined) arrived++;
    else {
      left.delete(producerId);
      const before = current.position[row]!;
      // Another of the same rank came or went.
      if (goesOn(row, one)) {
        touched.push([before, position, score, tiebreak]);
        continue;
      }
      ended.push(before);
    }
    begun.push([producerId, rank, row === undefined ? null : current.rank[row]!, position, score, tiebreak, tier]);
  }
  for (const row of left.values()) ended.push(current.position[row]!);
  return {
    ...key,
    ended: jsonText(ended),
    begun: jsonText(begun),
    touched: jsonText(touched),
    moved: ended.length + arrived,
  };
}

/** By rank, how many hold it. */
function countByRank(ranks: readonly number[]): Uint32Array {
  const counts = new Uint32Array(ranks.length + 1);
  for (const rank of ranks) counts[rank]!++;
  return counts;
}
