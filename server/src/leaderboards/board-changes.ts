import { type Category, type Ranked, roundScore } from "@beatpass/shared/rules";
import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { exactNumber, jsonText, readRows } from "../db/json-rows.ts";

export type BoardKey = { category: Category; period: string; demo: boolean };

/** How a board's current rows become those of a new ranking. Texts of lists (jsonText): they cross threads untouched. */
export type BoardChanges = BoardKey & {
  /** Producers whose row no longer holds. */
  ended: string;
  /** Rows that hold from now on: producer, rank, position, score, tiebreak, tier. */
  begun: string;
  /** Rows that go on with another score, which moved nobody: producer, score, tiebreak. */
  touched: string;
  /** How many producers moved. */
  moved: number;
};

type StandingRow = [
  producerId: string,
  rank: number,
  position: number,
  score: number | string,
  tiebreak: number | string,
  tier: string,
];

export const isCurrent = ({ category, period, demo }: BoardKey): SQL =>
  sql`category = ${category} AND period = ${period} AND demo = ${demo ? 1 : 0} AND until IS NULL`;

/** Compares a new ranking with the board as it is. */
export async function boardChanges(db: Reader, key: BoardKey, ranked: readonly Ranked[]): Promise<BoardChanges> {
  const current = await readRows<StandingRow>(
    db,
    sql`producer_id, rank, position, ${exactNumber(sql`score`)}, ${exactNumber(sql`tiebreak`)}, tier`,
    sql`standings WHERE ${isCurrent(key)}`,
  );
  const held = new Map(current.map((row) => [row[0], row]));
  const ended: string[] = [];
  const begun: StandingRow[] = [];
  const touched: [producerId: string, score: number, tiebreak: number][] = [];
  let arrived = 0;
  for (const [position, { producerId, rank, score, tiebreak, tier }] of ranked.entries()) {
    const row = held.get(producerId);
    held.delete(producerId);
    if (row && row[1] === rank && row[2] === position && row[5] === tier) {
      // On its way through the database a score may lose its last bit.
      if (roundScore(Number(row[3])) !== score || roundScore(Number(row[4])) !== tiebreak)
        touched.push([producerId, score, tiebreak]);
      continue;
    }
    if (row) ended.push(producerId);
    else arrived++;
    begun.push([producerId, rank, position, score, tiebreak, tier]);
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
