import type { RankedBoard } from "@beatpass/shared/rules";
import { jsonText } from "../db/json-rows.ts";
import type { BoardKey } from "./kept-board.ts";
import { isInTier, type StandingBoard } from "./standing-board.ts";

/** How a board's current rows become those of a new ranking. Lists as texts: they cross threads untouched. */
export type BoardChanges = BoardKey & {
  /** Rows that no longer hold, by their position (jsonText): each is found by it, whatever the number of producers and refreshes. */
  ended: string;
  /** Rows that hold from now on (jsonText): producer (its number), rank, rank before, position, score, tiebreak, tier. */
  begun: string;
  /** Rows that go on as they are but for the score (jsonText): position, score, tiebreak. */
  scored: string;
  /** Rows that go on at another place among equals (jsonText): position until now and from now on, score, tiebreak. */
  shifted: string;
  /** How many producers moved. */
  moved: number;
  /** What it was ranked from, in short (see basisOf): null where that is not kept. */
  basis: string | null;
};

/** A board that stays as it is. */
export const unchanged = (board: BoardKey, basis: string): BoardChanges => ({
  ...board,
  ended: NONE,
  begun: NONE,
  scored: NONE,
  shifted: NONE,
  moved: 0,
  basis,
});

/** No rows. */
export const NONE = jsonText([]);

/**
 * Compares a new ranking with the board as it is. A row goes on where rank and tier are the same; not so where the score
 * changed together with who shares the rank: that is why others moved, and history has to tell both scores.
 * @param board with its new basis @param current the board as it is @param keys by producer index
 */
export function boardChanges(
  board: BoardKey & Pick<BoardChanges, "basis">,
  current: StandingBoard,
  ranked: RankedBoard,
  keys: ArrayLike<number>,
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
      isInTier(current, row, ranked.tier[position]!) &&
      (heldBefore[rank] === heldNow[rank] || !hasScored(row, position))
    );
  };
  const scored: string[] = [];
  const stays = new Uint8Array(ranked.producer.length);
  /** The rows of everybody else. */
  const left = new Map<number, number>();
  for (const [position, key] of current.producerKey.entries()) {
    const producer = ranked.producer[position];
    if (producer === undefined || keys[producer] !== key || !goesOn(position, position)) {
      left.set(key, position);
      continue;
    }
    stays[position] = 1;
    if (hasScored(position, position))
      scored.push(JSON.stringify([position, ranked.score[position], ranked.tiebreak[position]]));
  }
  const shifted: [before: number, position: number, score: number, tiebreak: number][] = [];
  const ended: number[] = [];
  const begun: string[] = [];
  let arrived = 0;
  for (const [position, producer] of ranked.producer.entries()) {
    if (stays[position]) continue;
    const [rank, score, tiebreak] = [ranked.rank[position]!, ranked.score[position]!, ranked.tiebreak[position]!];
    const key = keys[producer]!;
    const before = left.get(key);
    if (before === undefined) arrived++;
    else {
      left.delete(key);
      // Another of the same rank came or went.
      if (goesOn(before, position)) {
        shifted.push([before, position, score, tiebreak]);
        continue;
      }
      ended.push(before);
    }
    const previousRank = before === undefined ? null : current.rank[before];
    begun.push(JSON.stringify([key, rank, previousRank, position, score, tiebreak, ranked.tier[position]]));
  }
  for (const before of left.values()) ended.push(before);
  return {
    ...board,
    ended: jsonText(ended),
    begun: listOf(begun),
    scored: listOf(scored),
    shifted: jsonText(shifted),
    moved: ended.length + arrived,
  };
}

/** Rows, each made a text at once: all their lists together would have to be moved, and cleared away. */
const listOf = (rows: readonly string[]): string => `[${rows.join(",")}]`;

/** @param fifteenDigits what was read of one */
const isSame = (fifteenDigits: number, whole: number) => Math.abs(fifteenDigits - whole) <= 1e-14 * Math.abs(whole);

/** By rank, how many hold it. */
function countByRank(ranks: readonly number[] | Int32Array): Uint32Array {
  const counts = new Uint32Array(ranks.length + 1);
  for (const rank of ranks) counts[rank]!++;
  return counts;
}
