import type { Ranked, RankedProducer } from "@beatpass/shared/rules";
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
  ranked: readonly RankedProducer[],
  keys: readonly number[],
): BoardChanges {
  const heldBefore = countByRank(current.rank);
  const heldNow = countByRank(ranked.map(({ rank }) => rank));
  const hasScored = (row: number, { score, tiebreak }: Ranked) =>
    !isSame(current.score[row]!, score) || !isSame(current.tiebreak[row]!, tiebreak);
  const goesOn = (row: number, now: Ranked) =>
    now.rank === current.rank[row] &&
    now.tier === current.tier[row] &&
    (heldBefore[now.rank] === heldNow[now.rank] || !hasScored(row, now));
  const touched: [before: number, position: number, score: number, tiebreak: number][] = [];
  const stays = new Uint8Array(ranked.length);
  /** The rows of everybody else. */
  const left = new Map<number, number>();
  for (const [row, key] of current.producerKey.entries()) {
    const position = current.position[row]!;
    const now = ranked[position];
    if (!now || keys[now.index] !== key || !goesOn(row, now)) {
      left.set(key, row);
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
    const { rank, score, tiebreak, tier } = one;
    const key = keys[one.index]!;
    const row = left.get(key);
    if (row === undefined) arrived++;
    else {
      left.delete(key);
      const before = current.position[row]!;
      // Another of the same rank came or went.
      if (goesOn(row, one)) {
        touched.push([before, position, score, tiebreak]);
        continue;
      }
      ended.push(before);
    }
    begun.push([key, rank, row === undefined ? null : current.rank[row]!, position, score, tiebreak, tier]);
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
function countByRank(ranks: readonly number[]): Uint32Array {
  const counts = new Uint32Array(ranks.length + 1);
  for (const rank of ranks) counts[rank]!++;
  return counts;
}
