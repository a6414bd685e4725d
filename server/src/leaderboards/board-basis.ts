import { createHash } from "node:crypto";
import { type BoardScores, FIRST_RANK_WITHOUT_POINTS, type KnownRanks, type Period } from "@beatpass/shared/rules";
import { sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { readRows } from "../db/json-rows.ts";
import { type BoardKey, isCurrent } from "./kept-board.ts";

/*
 * Many boards of a refresh are ranked from what the last one ranked them from: those of a period that is over, or of
 * one in which nobody published. Each keeps its basis in short; where it is the same, its rows are neither ranked nor read.
 */

/** To be raised when the same scores are ranked in another way, or get other tiers. */
const RULE = "1";

/** Gives the basis of a board. @param keys producers by index @param ages see CatalogIndex */
export function basisOf(keys: readonly number[], ages: Int32Array): (scores: BoardScores) => string {
  const world = createHash("sha256").update(RULE).update(Int32Array.from(keys)).update(ages).digest();
  return ({ score, tiebreak }) => createHash("sha256").update(world).update(score).update(tiebreak).digest("base64");
}

/** The bases of a period's boards as the last refresh kept them, by category. */
export async function readBases(
  db: Reader,
  { period, demo }: { period: Period; demo: boolean },
): Promise<Map<string, string>> {
  return new Map(
    await readRows<[category: string, basis: string]>(
      db,
      sql`category, basis`,
      sql`boards WHERE period = ${period} AND demo = ${demo ? 1 : 0} AND basis IS NOT NULL`,
    ),
  );
}

/** Mostly enough: more share a rank where many have the same score. */
const USUAL_TOP = 1000;

/** The rows of a board that count for the overall one. @param indexOf producer indexes by key */
export async function readTopRanks(db: Reader, board: BoardKey, indexOf: readonly number[]): Promise<KnownRanks> {
  const read = (limit: number) =>
    readRows<[producerKey: number, rank: number]>(
      db,
      sql`producer_key, rank`,
      sql`(SELECT producer_key, rank FROM standings WHERE ${isCurrent(board)} ORDER BY position LIMIT ${limit})`,
    );
  let rows = await read(USUAL_TOP);
  if (rows.length === USUAL_TOP && rows.at(-1)![1] < FIRST_RANK_WITHOUT_POINTS) rows = await read(-1);
  return {
    producer: Int32Array.from(rows, ([key]) => indexOf[key]!),
    rank: Int32Array.from(rows, ([, rank]) => rank),
  };
}
