import type { Leaderboard } from "@beatpass/shared/contracts";
import type { Category, Tier } from "@beatpass/shared/rules";
import { and, asc, desc, eq, gt, isNull, lt, sql } from "drizzle-orm";
import type { ReadContext } from "../context.ts";
import type { Reader } from "../db/client.ts";
import { idList } from "../db/json-rows.ts";
import { producers, refreshes, standings } from "../db/schema/index.ts";
import { AppError } from "../errors.ts";

export type BoardQuery = {
  category: Category;
  period: string;
  limit: number;
  cursor?: string | undefined;
  around?: "me" | undefined;
  producerId?: string | undefined;
  refreshMinutes: number;
};

/** A page of a board with one's own place on it. Demo people see the demo's board, everybody else the real one. */
export async function readBoard({ db, clock }: ReadContext, query: BoardQuery): Promise<Leaderboard> {
  const [self] =
    query.producerId === undefined ? [] : await db.select().from(producers).where(eq(producers.id, query.producerId));
  const onBoard = and(
    eq(standings.category, query.category),
    eq(standings.period, query.period),
    eq(standings.demo, self?.demo ?? false),
    isNull(standings.until),
  );
  const [last] = await db.select().from(refreshes).orderBy(desc(refreshes.id)).limit(1);
  // Positions have no gaps: the last one tells the length of a board without counting it.
  const [bottom] = await db
    .select({ position: standings.position })
    .from(standings)
    .where(onBoard)
    .orderBy(desc(standings.position))
    .limit(1);
  const total = bottom ? bottom.position + 1 : 0;
  const [mine] = self
    ? await db
        .select()
        .from(standings)
        .where(and(onBoard, eq(standings.producerId, self.id)))
    : [];
  const start =
    query.around === "me" && mine ? Math.max(0, mine.position - Math.floor(query.limit / 2)) : readCursor(query.cursor);
  const rows = await db
    .select({ standing: standings, name: producers.name })
    .from(standings)
    .innerJoin(producers, eq(producers.id, standings.producerId))
    .where(and(onBoard, gt(standings.position, start - 1)))
    .orderBy(asc(standings.position))
    .limit(query.limit);
  const before = last
    ? await previousRanks(
        db,
        query,
        rows.map(({ standing }) => standing.producerId),
        last.id,
      )
    : new Map();
  const next = mine ? await nextAbove(db, onBoard, mine.position, mine.rank) : undefined;
  const end = start + rows.length;
  const myPrevious = mine
    ? (before.get(mine.producerId) ??
      (await previousRanks(db, query, [mine.producerId], last!.id)).get(mine.producerId))
    : undefined;
  return {
    category: query.category,
    period: query.period,
    ...(last && {
      refreshedAt: new Date(last.at).toISOString(),
      nextRefreshAt: new Date(Math.max(last.at + query.refreshMinutes * 60_000, clock.now())).toISOString(),
    }),
    total,
    ...(mine && {
      me: {
        rank: mine.rank,
        score: mine.score,
        tier: mine.tier as Tier,
        ...(myPrevious !== undefined && { movement: myPrevious - mine.rank }),
        ...(next && { toNext: { rank: next.rank, gap: next.score - mine.score } }),
      },
    }),
    rows: rows.map(({ standing, name }) => ({
      rank: standing.rank,
      ...(before.has(standing.producerId) && { previousRank: before.get(standing.producerId)! }),
      producerId: standing.producerId,
      name,
      score: standing.score,
      tier: standing.tier as Tier,
      detail: { tiebreak: standing.tiebreak },
    })),
    ...(end < total && { nextCursor: String(end) }),
  };
}

function readCursor(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (!/^\d{1,9}$/.test(cursor)) throw new AppError("invalid", "cursor: take it from the page before.");
  return Number(cursor);
}

/** Ranks at the refresh before the last one; nobody who was not ranked then. */
async function previousRanks(
  db: Reader,
  query: BoardQuery,
  producerIds: readonly string[],
  lastRefresh: number,
): Promise<Map<string, number>> {
  const rows = await db.all<{ producer_id: string; rank: number }>(sql`
    SELECT producer_id, rank FROM standings
    WHERE category = ${query.category} AND period = ${query.period}
      AND producer_id IN ${idList(producerIds)}
      AND since < ${lastRefresh} AND (until IS NULL OR until >= ${lastRefresh})`);
  return new Map(rows.map((row) => [row.producer_id, row.rank]));
}

async function nextAbove(db: Reader, onBoard: ReturnType<typeof and>, position: number, rank: number) {
  const [row] = await db
    .select({ rank: standings.rank, score: standings.score })
    .from(standings)
    .where(and(onBoard, lt(standings.position, position), lt(standings.rank, rank)))
    .orderBy(desc(standings.position))
    .limit(1);
  return row;
}
