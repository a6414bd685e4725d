import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import { jsonRows, readRows } from "../db/json-rows.ts";
import type { DayOfPlays } from "./gather-plays.ts";
import { mergeRuns, packKeys, RUN_START } from "./packed-counts.ts";

/** Rows of one statement: a remote database takes texts of 4 MB at most, and 1,300 new listeners of one day are 8 KB of it. */
const STEP = 400;

/** Days of up to MOST_RUNS runs, whose listeners may be in each of them. */
const MERGE_STEP = 50;

/** So many runs of a day are merged into one, at every that many folds of it: see the index in db/schema/insights.ts. */
const MOST_RUNS = sql.raw(String(32));

/** Adds to where the plays of tracks and days came from, and whose they were. */
export async function addAudience(tx: Tx, days: readonly DayOfPlays[]): Promise<void> {
  for (let start = 0; start < days.length; start += STEP) {
    const packed = days
      .slice(start, start + STEP)
      .map(({ track, day, places, listeners }) => [
        track,
        day,
        packKeys(places).toString("hex"),
        packKeys(listeners).toString("hex"),
      ]);
    await tx.run(sql`
      INSERT INTO track_day_audience (track_key, day, places, listeners)
      SELECT value ->> 0, value ->> 1, unhex(value ->> 2), unhex(value ->> 3) FROM ${jsonRows(packed)} WHERE true
      ON CONFLICT (track_key, day) DO UPDATE SET places = ${appended("places")}, listeners = ${appended("listeners")},
        runs = runs + 1`);
  }
  for (;;) {
    const long = await readPacked(tx, sql`runs >= ${MOST_RUNS} LIMIT ${MERGE_STEP}`);
    if (long.length === 0) return;
    await saveMerged(tx, long);
  }
}

/** A concatenation is a text to SQLite, whatever it is of. */
const appended = (column: string): SQL => sql.raw(`CAST(${column} || ${RUN_START} || excluded.${column} AS BLOB)`);

/** Gives every day its one form, which does not tell in how many steps it was folded. */
export async function mergeAllRuns(tx: Tx): Promise<void> {
  let [track, day] = [0, 0];
  for (;;) {
    const rows = await readPacked(
      tx,
      sql`(track_key, day) > (${track}, ${day}) AND runs > 1 ORDER BY track_key, day LIMIT ${MERGE_STEP}`,
    );
    if (rows.length === 0) return;
    await saveMerged(tx, rows);
    [track, day] = rows.at(-1)!;
  }
}

type PackedRow = [track: number, day: number, places: string, listeners: string];

/** @param which what follows WHERE */
const readPacked = (tx: Tx, which: SQL): Promise<PackedRow[]> =>
  readRows(
    tx,
    sql`track_key, day, hex(places), hex(listeners)`,
    sql`(SELECT track_key, day, places, listeners FROM track_day_audience WHERE ${which})`,
  );

async function saveMerged(tx: Tx, rows: readonly PackedRow[]): Promise<void> {
  const merged = rows.map(([track, day, places, listeners]) => [track, day, mergedHex(places), mergedHex(listeners)]);
  await tx.run(sql`
    UPDATE track_day_audience SET places = unhex(j.value ->> 2), listeners = unhex(j.value ->> 3), runs = 1
    FROM ${jsonRows(merged)} AS j WHERE track_key = j.value ->> 0 AND day = j.value ->> 1`);
}

const mergedHex = (hex: string): string => mergeRuns(Buffer.from(hex, "hex")).toString("hex");
