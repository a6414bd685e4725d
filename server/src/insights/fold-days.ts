import { sql } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import { jsonRows } from "../db/json-rows.ts";
import type { DayOfPlays } from "./gather-plays.ts";

/** Rows of one statement: 60 characters each, and a remote database takes texts of 4 MB at most. */
const STEP = 20_000;

/** Adds to the plays and engagement per track and day, and to the tracks' totals. */
export async function addDays(tx: Tx, days: readonly DayOfPlays[]): Promise<void> {
  for (let start = 0; start < days.length; start += STEP) {
    const rows = days
      .slice(start, start + STEP)
      .map(({ track, day, plays, engaged, bands, listenedMs, cappedMs }) => [
        track,
        day,
        plays,
        engaged,
        ...bands,
        listenedMs,
        cappedMs,
      ]);
    await tx.run(sql`
      INSERT INTO track_days (track_key, day, plays, engaged, skipped, partial, half, mostly, completed, listened_ms, capped_ms)
      SELECT value ->> '$[0]', value ->> '$[1]', value ->> '$[2]', value ->> '$[3]', value ->> '$[4]', value ->> '$[5]',
        value ->> '$[6]', value ->> '$[7]', value ->> '$[8]', value ->> '$[9]', value ->> '$[10]'
      FROM ${jsonRows(rows)} WHERE true
      ON CONFLICT (track_key, day) DO UPDATE SET plays = plays + excluded.plays, engaged = engaged + excluded.engaged,
        completed = completed + excluded.completed, mostly = mostly + excluded.mostly, half = half + excluded.half,
        partial = partial + excluded.partial, skipped = skipped + excluded.skipped,
        listened_ms = listened_ms + excluded.listened_ms, capped_ms = capped_ms + excluded.capped_ms`);
  }
  const totals = new Map<number, number>();
  for (const { track, plays } of days) totals.set(track, (totals.get(track) ?? 0) + plays);
  await tx.run(sql`
    UPDATE tracks SET plays = tracks.plays + (j.value ->> 1)
    FROM ${jsonRows([...totals])} AS j WHERE tracks.key = j.value ->> 0`);
}
