import { sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { mergeRuns, unpackCounts } from "../insights/packed-counts.ts";

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
    downloads: "SELECT track_key, user_id, at FROM downloads ORDER BY track_key, user_id, at",
    follows: "SELECT * FROM follows ORDER BY artist_id, user_id",
  };
  const state: Record<string, Row[]> = {};
  for (const [name, query] of Object.entries(queries)) state[name] = await rowsOf(db, query);
  return { ...state, places: await placesOf(db), listeners: await listenersOf(db) };
}

/** Plays per track, day and place, however many runs they are in. */
async function placesOf(db: Reader): Promise<Row[]> {
  const rows = await rowsOf(db, "SELECT track_key, day, places FROM track_day_audience ORDER BY track_key, day");
  return rows.map(({ track_key, day, places }) => ({ track_key, day, places: mergedHex(places as ArrayBuffer) }));
}

const mergedHex = (packed: ArrayBuffer): string => mergeRuns(new Uint8Array(packed)).toString("hex");

/** Plays per track, day and listener, who goes by a number that depends on the order of coming. */
async function listenersOf(db: Reader): Promise<Row[]> {
  const ids = new Map((await rowsOf(db, "SELECT key, id FROM listeners")).map(({ key, id }) => [key, id]));
  const rows = await rowsOf(db, "SELECT track_key, day, listeners FROM track_day_audience ORDER BY track_key, day");
  return rows.map(({ track_key, day, listeners }) => {
    const plays: [string, number][] = [];
    unpackCounts(mergeRuns(new Uint8Array(listeners as ArrayBuffer)), (key, count) => {
      plays.push([String(ids.get(key) ?? "guests"), count]);
    });
    return { track_key, day, plays: Object.fromEntries(plays.sort()) };
  });
}
