import { sql } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import { jsonRows, jsonText, readRows } from "../db/json-rows.ts";
import type { DayOfPlays } from "./gather-plays.ts";
import { countKeys, NO_COUNTS } from "./packed-counts.ts";

/** Rows of one statement: a remote database takes and gives texts of 4 MB at most; 1,300 listeners of one day are 8 KB of it. */
const STEP = 400;

/** Adds to where the plays of tracks and days came from, and whose they were. */
export async function addAudience(tx: Tx, days: readonly DayOfPlays[]): Promise<void> {
  for (let start = 0; start < days.length; start += STEP) {
    const step = days.slice(start, start + STEP);
    const kept = await readKept(tx, step);
    const packed = step.map((sums, index) => {
      const { places, listeners } = kept.get(index) ?? NOBODY;
      return [
        sums.track,
        sums.day,
        countKeys(places, sums.places).toString("hex"),
        countKeys(listeners, sums.listeners).toString("hex"),
      ];
    });
    await tx.run(sql`
      INSERT INTO track_day_audience (track_key, day, places, listeners)
      SELECT value ->> 0, value ->> 1, unhex(value ->> 2), unhex(value ->> 3) FROM ${jsonRows(packed)} WHERE true
      ON CONFLICT (track_key, day) DO UPDATE SET places = excluded.places, listeners = excluded.listeners`);
  }
}

type Audience = { places: Uint8Array; listeners: Uint8Array };
const NOBODY: Audience = { places: NO_COUNTS, listeners: NO_COUNTS };

/** What is kept of these days, by their position. */
async function readKept(tx: Tx, days: readonly DayOfPlays[]): Promise<Map<number, Audience>> {
  const asked = days.flatMap(({ track, day, mayBeKept }, index) => (mayBeKept ? [[index, track, day]] : []));
  if (asked.length === 0) return new Map();
  const rows = await readRows<[number, string, string]>(
    tx,
    sql`j.position, hex(a.places), hex(a.listeners)`,
    sql`(SELECT value ->> 0 AS position, value ->> 1 AS track, value ->> 2 AS day
        FROM json_each(${jsonText(asked)}) LIMIT -1) AS j
      CROSS JOIN track_day_audience a WHERE a.track_key = j.track AND a.day = j.day`,
  );
  return new Map(
    rows.map(([index, places, listeners]) => [
      index,
      { places: Buffer.from(places, "hex"), listeners: Buffer.from(listeners, "hex") },
    ]),
  );
}
