import { currentPeriods, periodWindow, type Ranked, rankField } from "@beatpass/shared/rules";
import { desc, sql } from "drizzle-orm";
import type { WriteContext } from "../context.ts";
import type { Tx } from "../db/client.ts";
import { idList, jsonRows } from "../db/json-rows.ts";
import { refreshes } from "../db/schema/index.ts";
import { announceNumberOnes } from "./announce-number-one.ts";
import { KEPT_CATEGORIES, readContenders } from "./contenders.ts";
import { isImporting } from "./importing.ts";

export type RefreshSummary = { id: number; moved: number; numberOnes: string[] };

/**
 * Ranks every board anew and keeps what changed since the refresh before (spec §6).
 * @param announces false for the refresh after an import, a rebuild or a rulebook change (spec §13)
 */
export async function refreshLeaderboards(
  context: WriteContext,
  { announces }: { announces: boolean },
): Promise<RefreshSummary> {
  const now = context.clock.now();
  return context.write((tx) => refreshAll(tx, now, announces));
}

/**
 * The scheduler's refresh: whoever gets here first does it, and every other server finds it done, since the look
 * and the refresh are one transaction.
 */
export async function refreshIfDue(
  context: WriteContext,
  { refreshMinutes }: { refreshMinutes: number },
): Promise<RefreshSummary | undefined> {
  const now = context.clock.now();
  return context.write(async (tx) => {
    const [last] = await tx.select({ at: refreshes.at }).from(refreshes).orderBy(desc(refreshes.id)).limit(1);
    return last && now - last.at < refreshMinutes * 60_000
      ? undefined
      : refreshAll(tx, now, last !== undefined && !(await isImporting(tx)));
  });
}

async function refreshAll(tx: Tx, now: number, announces: boolean): Promise<RefreshSummary> {
  const [refresh] = await tx.insert(refreshes).values({ at: now, announces }).returning();
  const id = refresh!.id;
  let moved = 0;
  for (const category of KEPT_CATEGORIES) {
    for (const period of currentPeriods(now)) {
      for (const demo of [false, true]) {
        const contenders = await readContenders(tx, category, periodWindow(period, now)!, demo);
        moved += await saveBoard(tx, { category, period, demo, refreshId: id }, rankField(category, contenders));
      }
    }
  }
  return { id, moved, numberOnes: announces ? await announceNumberOnes(tx, id, now) : [] };
}

type Board = { category: string; period: string; demo: boolean; refreshId: number };

/** Ends the rows that no longer hold and begins those that do from now on. @returns how many producers moved */
async function saveBoard(tx: Tx, board: Board, ranked: readonly Ranked[]): Promise<number> {
  const { category, period, demo, refreshId } = board;
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
  const held = new Map(current.map((row) => [row.producer_id, JSON.stringify(Object.values(row))]));
  const begun = rows.filter((row) => held.get(String(row[0])) !== JSON.stringify(row));
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

type StandingRow = {
  producer_id: string;
  rank: number;
  position: number;
  score: number;
  tiebreak: number;
  tier: string;
};
