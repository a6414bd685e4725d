import type { Tier } from "@beatpass/shared/rules";
import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { type BoardKey, isCurrent } from "./kept-board.ts";

/**
 * A board as the last refresh left it, column by column, each by position: a list per row costs much of a refresh with
 * many producers.
 */
export type StandingBoard = {
  producerKey: number[];
  rank: number[];
  /** To fifteen digits, as SQLite writes JSON. */
  score: number[];
  tiebreak: number[];
  /** The first letters of the tiers. */
  tiers: string;
};

/**
 * Reads a board as it stands, in the order of the list; empty columns where nobody is ranked or the board is none yet.
 */
export async function readStandingBoard(db: Reader, key: BoardKey): Promise<StandingBoard> {
  const [read] = await db.all<Record<keyof StandingBoard, string>>(sql`
    SELECT json_group_array(producer_key) AS "producerKey", json_group_array(rank) AS rank,
      json_group_array(${shortNumber(sql`score`)}) AS score, json_group_array(${shortNumber(sql`tiebreak`)}) AS tiebreak,
      coalesce(group_concat(substr(tier, 1, 1), ''), '') AS tiers
    FROM (SELECT producer_key, rank, score, tiebreak, tier FROM standings WHERE ${isCurrent(key)} ORDER BY position)`);
  const { tiers, ...lists } = read!;
  const parsed = Object.entries(lists).map(([column, list]) => [column, JSON.parse(list)]);
  return { ...(Object.fromEntries(parsed) as Omit<StandingBoard, "tiers">), tiers };
}

/** As JSON, a fraction costs several times what a whole number does, and most scores are whole. */
const shortNumber = (column: SQL): SQL =>
  sql`iif(${column} = CAST(${column} AS INTEGER), CAST(${column} AS INTEGER), ${column})`;

/** Whether a row is in a tier. Tiers differ in their first letters. */
export const isInTier = ({ tiers }: StandingBoard, row: number, tier: Tier): boolean => tiers[row] === tier[0];
