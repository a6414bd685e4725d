import { currentPeriods, periodWindow, type Ranked, rankField } from "@beatpass/shared/rules";
import { desc, sql } from "drizzle-orm";
import type { WriteContext } from "../context.ts";
import type { Tx } from "../db/client.ts";
import { jsonRows } from "../db/json-rows.ts";
import { refreshes } from "../db/schema/index.ts";
import { announceNumberOnes } from "./announce-number-one.ts";
import { KEPT_CATEGORIES, readContenders } from "./contenders.ts";

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
    return last && now - last.at < refreshMinutes * 60_000 ? undefined : refreshAll(tx, now, last !== undefined);
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

/** Ends the rows that no longer hold and begins those that do from now on. @returns how many began or ended */
async function saveBoard(
  tx: Tx,
  { category, period, demo, refreshId }: Board,
  ranked: readonly Ranked[],
): Promise<number> {
  const rows = ranked.map(({ producerId, rank, score, tiebreak, tier }, position) => [
    producerId,
    rank,
    position,
    score,
    tiebreak,
    tier,
  ]);
  const board = sql`category = ${category} AND period = ${period} AND demo = ${demo ? 1 : 0} AND until IS NULL`;
  const ended = await tx.run(sql`
    UPDATE standings SET until = ${refreshId}
    WHERE ${board} AND NOT EXISTS (
      SELECT 1 FROM (SELECT value ->> 0 AS id, value ->> 1 AS rank, value ->> 2 AS position, value ->> 3 AS score,
        value ->> 4 AS tiebreak, value ->> 5 AS tier FROM ${jsonRows(rows)}) n
      WHERE n.id = standings.producer_id AND n.rank = standings.rank AND n.position = standings.position
        AND n.score = standings.score AND n.tiebreak = standings.tiebreak AND n.tier = standings.tier)`);
  const begun = await tx.run(sql`
    INSERT INTO standings (demo, category, period, producer_id, since, rank, position, score, tiebreak, tier)
    SELECT ${demo ? 1 : 0}, ${category}, ${period}, value ->> 0, ${refreshId}, value ->> 1, value ->> 2, value ->> 3,
      value ->> 4, value ->> 5
    FROM ${jsonRows(rows)}
    WHERE value ->> 0 NOT IN (SELECT producer_id FROM standings WHERE ${board})`);
  return Math.max(ended.rowsAffected, begun.rowsAffected);
}
