import { sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { type BoardKey, isCurrent } from "./kept-board.ts";

/** A board as the last refresh left it, column by column: a list per row costs much of a refresh with many producers. */
export type StandingBoard = {
  producerKey: number[];
  rank: number[];
  position: number[];
  /** To fifteen digits, as SQLite writes JSON. */
  score: number[];
  tiebreak: number[];
  tier: string[];
};

export async function readStandingBoard(db: Reader, key: BoardKey): Promise<StandingBoard> {
  const [read] = await db.all<Record<keyof StandingBoard, string>>(sql`
    SELECT json_group_array(producer_key) AS "producerKey", json_group_array(rank) AS rank,
      json_group_array(position) AS position, json_group_array(score) AS score,
      json_group_array(tiebreak) AS tiebreak, json_group_array(tier) AS tier
    FROM standings WHERE ${isCurrent(key)}`);
  const parsed = Object.entries(read!).map(([column, list]) => [column, JSON.parse(list)]);
  return Object.fromEntries(parsed) as StandingBoard;
}
