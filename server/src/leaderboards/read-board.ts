import type { Leaderboard } from "@beatpass/shared/contracts";
import type { Category, Tier } from "@beatpass/shared/rules";
import { type SQL, sql } from "drizzle-orm";
import type { ReadContext } from "../context.ts";
import type { Reader } from "../db/client.ts";
import { exactNumber, readRows } from "../db/json-rows.ts";
import { AppError } from "../errors.ts";
import { isCurrent } from "./board-changes.ts";

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
  const { category, period, limit } = query;
  const { last, demo } = await readWorld(db, query.producerId);
  const onBoard = isCurrent({ category, period, demo });
  const mine = query.producerId === undefined ? undefined : await readMine(db, query, demo, last?.id ?? 0);
  const start =
    query.around === "me" && mine ? Math.max(0, mine.position - Math.floor(limit / 2)) : readCursor(query.cursor);
  const { total, rows } = await readPage(db, query, onBoard, start, last?.id ?? 0);
  const next = mine && (await nextAbove(db, onBoard, mine.position, mine.rank));
  const end = start + rows.length;
  return {
    category,
    period,
    ...(last && {
      refreshedAt: new Date(last.at).toISOString(),
      nextRefreshAt: new Date(Math.max(last.at + query.refreshMinutes * 60_000, clock.now())).toISOString(),
    }),
    total,
    ...(mine && {
      me: {
        rank: mine.rank,
        score: mine.score,
        tier: mine.tier,
        ...(mine.previous !== null && { movement: mine.previous - mine.rank }),
        ...(next && { toNext: { rank: next.rank, gap: next.score - mine.score } }),
      },
    }),
    rows,
    ...(end < total && { nextCursor: String(end) }),
  };
}

function readCursor(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (!/^\d{1,9}$/.test(cursor)) throw new AppError("invalid", "cursor: take it from the page before.");
  return Number(cursor);
}

type World = { last: { id: number; at: number } | undefined; demo: boolean };

async function readWorld(db: Reader, producerId: string | undefined): Promise<World> {
  const [row] = await db.all<{ id: number | null; at: number | null; demo: number | null }>(sql`
    SELECT r.id, r.at, (SELECT demo FROM producers WHERE id = ${producerId ?? null}) AS demo
    FROM (SELECT max(id) AS last FROM refreshes) LEFT JOIN refreshes r ON r.id = last`);
  const { id, at, demo } = row!;
  return { last: id === null || at === null ? undefined : { id, at }, demo: demo === 1 };
}

/** Its rank at the refresh before the last one; NULL for who was not ranked then. @param of the producer's id */
const previousRank = ({ category, period }: BoardQuery, of: SQL, lastRefresh: number): SQL => sql`(
  SELECT b.rank FROM standings b WHERE b.category = ${category} AND b.period = ${period} AND b.producer_id = ${of}
    AND b.since < ${lastRefresh} AND (b.until IS NULL OR b.until >= ${lastRefresh}))`;

type Mine = { rank: number; position: number; score: number; tier: Tier; previous: number | null };

async function readMine(db: Reader, query: BoardQuery, demo: boolean, last: number): Promise<Mine | undefined> {
  // The pluses keep SQLite off the board's own index, along which it would look through everybody.
  const [row] = await db.all<Mine>(sql`
    SELECT rank, position, score, tier, ${previousRank(query, sql`${query.producerId}`, last)} AS previous FROM standings
    WHERE producer_id = ${query.producerId} AND until IS NULL AND +category = ${query.category}
      AND +period = ${query.period} AND +demo = ${demo ? 1 : 0}`);
  return row;
}

type PageRow = [
  position: number,
  producerId: string,
  name: string,
  rank: number,
  score: number | string,
  tiebreak: number | string,
  tier: Tier,
  previous: number | null,
];

async function readPage(db: Reader, query: BoardQuery, onBoard: SQL, start: number, last: number) {
  const rows = await readRows<PageRow>(
    db,
    sql`position, producer_id, name, rank, ${exactNumber(sql`score`)}, ${exactNumber(sql`tiebreak`)}, tier, previous`,
    sql`(SELECT s.*, p.name, ${previousRank(query, sql`s.producer_id`, last)} AS previous
      FROM (SELECT * FROM standings WHERE ${onBoard} AND position >= ${start} ORDER BY position LIMIT ${query.limit}) s
      JOIN producers p ON p.id = s.producer_id)`,
  );
  // Positions have no gaps: the last one tells the length of a board without counting it.
  const [bottom] = await db.all<{ position: number }>(
    sql`SELECT position FROM standings WHERE ${onBoard} ORDER BY position DESC LIMIT 1`,
  );
  return {
    total: bottom ? bottom.position + 1 : 0,
    rows: rows
      .sort(([a], [b]) => a - b)
      .map(([, producerId, name, rank, score, tiebreak, tier, previous]) => ({
        rank,
        ...(previous !== null && { previousRank: previous }),
        producerId,
        name,
        score: Number(score),
        tier,
        detail: { tiebreak: Number(tiebreak) },
      })),
  };
}

async function nextAbove(db: Reader, onBoard: SQL, position: number, rank: number) {
  const [row] = await db.all<{ rank: number; score: number }>(sql`
    SELECT rank, score FROM standings WHERE ${onBoard} AND position < ${position} AND rank < ${rank}
    ORDER BY position DESC LIMIT 1`);
  return row;
}
