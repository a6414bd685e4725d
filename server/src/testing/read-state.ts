import { sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";

export type Row = Record<string, unknown>;

/** Rows of a query, for assertions. */
export const rowsOf = (db: Reader, query: string): Promise<Row[]> => db.all<Row>(sql.raw(query));

/** XP of a producer by source, achievements apart; sources that paid nothing are left out. */
export async function xpOf(db: Reader, producerId: string): Promise<Record<string, number>> {
  const rows = await db.all<{ source: string; xp: number }>(sql`
    SELECT source, sum(xp) AS xp FROM xp_paid WHERE producer_id = ${producerId} AND source <> 'achievement'
    GROUP BY source ORDER BY source`);
  return Object.fromEntries(rows.map(({ source, xp }) => [source, xp]));
}

/** Slugs of what a producer has unlocked, in order of the alphabet. */
export async function unlocksOf(db: Reader, producerId: string): Promise<string[]> {
  const rows = await db.all<{ slug: string }>(sql`
    SELECT subject AS slug FROM xp_entries WHERE producer_id = ${producerId} AND reason = 'achievement' ORDER BY subject`);
  return rows.map(({ slug }) => slug);
}

export async function totalXp(db: Reader, producerId: string): Promise<number> {
  const [row] = await db.all<{ xp: number }>(sql`SELECT xp FROM producers WHERE id = ${producerId}`);
  return row?.xp ?? 0;
}

/** Everything that activity adds up to, without the order in which it came. */
export async function stateOf(db: Reader): Promise<Record<string, Row[]>> {
  const queries = {
    producers: "SELECT id, xp, level FROM producers ORDER BY id",
    xp: "SELECT producer_id, source, sum(xp), sum(count) FROM xp_paid GROUP BY producer_id, source ORDER BY producer_id, source",
    tracks: "SELECT id, plays, played FROM tracks ORDER BY id",
    days: "SELECT t.id, d.* FROM track_days d JOIN tracks t ON t.key = d.track_key ORDER BY t.id, d.day",
    countries: "SELECT * FROM track_day_countries ORDER BY track_key, day, country",
    listeners: `SELECT d.track_key, d.day, l.id, d.plays FROM track_day_listeners d
      LEFT JOIN listeners l ON l.key = d.listener_key ORDER BY d.track_key, d.day, l.id`,
    downloads: "SELECT track_key, user_id, at FROM downloads ORDER BY track_key, user_id, at",
    follows: "SELECT * FROM follows ORDER BY artist_id, user_id",
  };
  const state: Record<string, Row[]> = {};
  for (const [name, query] of Object.entries(queries)) state[name] = await rowsOf(db, query);
  return state;
}
