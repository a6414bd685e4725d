import { type Category, type Ranked, roundScore } from "@beatpass/shared/rules";
import { sql } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import { idList, jsonRows } from "../db/json-rows.ts";

export type BoardKey = { category: Category; period: string; demo: boolean; refreshId: number };

type StandingRow = {
  producer_id: string;
  rank: number;
  position: number;
  score: number;
  tiebreak: number;
  tier: string;
};

/** Ends the rows that no longer hold and begins those that do from now on. @returns how many producers moved */
export async function saveBoard(
  tx: Tx,
  { category, period, demo, refreshId }: BoardKey,
  ranked: readonly Ranked[],
): Promise<number> {
  const onBoard = sql`category = ${category} AND period = ${period} AND demo = ${demo ? 1 : 0} AND until IS NULL`;
  const rows = ranked.map(({ producerId, rank, score, tiebreak, tier }, position) => [
    producerId,
    rank,
    position,
    score,
    tiebreak,
    tier,
  ]);
  const current = await tx.all<StandingRow>(sql`
    SELECT producer_id, rank, position, score, tiebreak, tier FROM standings WHERE ${onBoard}`);
  const held = new Map(current.map((row) => [row.producer_id, row]));
  const begun = rows.filter(([producerId, rank, position, score, tiebreak, tier]) => {
    const row = held.get(String(producerId));
    // On its way through the database a score may lose its last bit.
    const same = row && roundScore(row.score) === score && roundScore(row.tiebreak) === tiebreak;
    return !same || row.rank !== rank || row.position !== position || row.tier !== tier;
  });
  const holding = new Set(rows.map(([producerId]) => producerId));
  const gone = current.filter((row) => !holding.has(row.producer_id)).map((row) => row.producer_id);
  await tx.run(sql`
    UPDATE standings SET until = ${refreshId}
    WHERE ${onBoard} AND producer_id IN ${idList([...gone, ...begun.map(([producerId]) => String(producerId))])}`);
  await tx.run(sql`
    INSERT INTO standings (demo, category, period, producer_id, since, rank, position, score, tiebreak, tier)
    SELECT ${demo ? 1 : 0}, ${category}, ${period}, value ->> 0, ${refreshId}, value ->> 1, value ->> 2, value ->> 3,
      value ->> 4, value ->> 5
    FROM ${jsonRows(begun)}`);
  return begun.length + gone.length;
}
