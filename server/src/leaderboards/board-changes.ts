import type { RankedBoard } from "@beatpass/shared/rules";
import { jsonText } from "../db/json-rows.ts";
import type { BoardKey } from "./kept-board.ts";
import type { StandingBoard } from "./standing-board.ts";

/** How a board's current rows become those of a new ranking. Texts of lists (jsonText): they cross threads untouched. */
export type BoardChanges = BoardKey & {
  /** Rows that no longer hold, by their position: each is found by it, whatever the number of producers and refreshes. */
  ended: string;
  /** Rows that hold from now on: producer (its number), rank, rank before, position, score, tiebreak, tier. */
  begun: string;
  /** Rows that go on at their rank, with another score or another place in the list: position until now and from now on, score, tiebreak. */
  touched: string;
  /** How many producers moved. */
  moved: number;
};

type StandingRow = [
  producerKey: number,
  rank: number,
  previousRank: number | null,
  position: number,
  score: number,
  tiebreak: number,
  tier: string,
];

/**
 * Compares a new ranking with the board as it is. A row goes on where rank and tier are the same; not so where the score
 * changed together with who shares the rank: that is why others moved, and history has to tell both scores.
 * @param current the board as it is @param keys by producer index
 */
export function boardChanges(
  board: BoardKey,
  current: StandingBoard,
  ranked: RankedBoard,
  keys: readonly number[],
): BoardChanges {
  const heldBefore = countByRank(current.rank);
  const heldNow = countByRank(ranked.rank);
  /** A row of now and the position it may have from now on. */
  const hasScored = (row: number, position: number) =>
    !isSame(current.score[row]!, ranked.score[position]!) ||
    !isSame(current.tiebreak[row]!, ranked.tiebreak[position]!);
  const goesOn = (row: number, position: number) => {
    const rank = ranked.rank[position]!;
    return (
      rank === current.rank[row] &&
      ranked.tier[position] === current.tier[row] &&
      (heldBefore[rank] === heldNow[rank] || !hasScored(row, position))
    );
  };
  const touched: [before: number, position: number, score: number, tiebreak: number][] = [];
  const stays = new Uint8Array(ranked.producer.length);
  /** The rows of everybody else. */
  const left = new Map<number, number>();
  for (const [row, key] of current.producerKey.entries()) {
    const position = current.position[row]!;
    const producer = ranked.producer[position];
    if (producer === undefined || keys[producer] !== key || !goesOn(row, position)) {
      left.set(key, row);
      continue;
    }
    stays[position] = 1;
    if (hasScored(row, position))
      touched.push([position, position, ranked.score[position]!, ranked.tiebreak[position]!]);
  }
  const ended: number[] = [];
  const begun: StandingRow[] = [];
  let arrived = 0;
  for (const [position, producer] of ranked.producer.entries()) {
    if (stays[position]) continue;
    const [rank, score, tiebreak] = [ranked.rank[position]!, ranked.score[position]!, ranked.tiebreak[position]!];
    const key = keys[producer]!;
    const row = left.get(key);
    if (row === undefined) arrived++;
    else {
      left.delete(key);
      const before = current.position[row]!;
      // Another of the same rank came or went.
      if (goesOn(row, position)) {
        touched.push([before, position, score, tiebreak]);
        continue;
      }
      ended.push(before);
    }
    const previousRank = row === undefined ? null : current.rank[row]!;
    begun.push([key, rank, previousRank, position, score, tiebreak, ranked.tier[position]!]);
  }
  for (const row of left.values()) ended.push(current.position[row]!);
  return {
    ...board,
    ended: jsonText(ended),
    begun: jsonText(begun),
    touched: jsonText(touched),
    moved: ended.length + arrived,
  };
}

/** @param fifteenDigits what was read of one */
const isSame = (fifteenDigits: number, whole: number) => Math.abs(fifteenDigits - whole) <= 1e-14 * Math.abs(whole);

/** By rank, how many hold it. */
function countByRank(ranks: readonly number[] | Int32Array): Uint32Array {
  const counts = new Uint32Array(ranks.length + 1);
  for (const rank of ranks) counts[rank]!++;
  return counts;
}
