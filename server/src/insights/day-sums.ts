import type { CompletionBreakdown, DayRange } from "@beatpass/shared/metrics";
import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";

/** Counted plays of one UTC day, over one or several tracks. */
export type DaySums = {
  day: number;
  plays: number;
  engaged: number;
  breakdown: CompletionBreakdown;
  listenedMs: number;
  cappedMs: number;
};

type Row = {
  day: number;
  plays: number;
  engaged: number;
  listened_ms: number;
  capped_ms: number;
} & CompletionBreakdown;

/** The days of a range that have plays, in order. @param trackKeys `(1, 2)` or a subquery */
export async function readDays(db: Reader, trackKeys: SQL, range: DayRange): Promise<DaySums[]> {
  const rows = await db.all<Row>(sql`
    SELECT day, sum(plays) AS plays, sum(engaged) AS engaged, sum(completed) AS completed, sum(mostly) AS mostly,
      sum(half) AS half, sum(partial) AS partial, sum(skipped) AS skipped, sum(listened_ms) AS listened_ms,
      sum(capped_ms) AS capped_ms
    FROM track_days WHERE track_key IN ${trackKeys} AND day BETWEEN ${range.from} AND ${range.to} GROUP BY day ORDER BY day`);
  return rows.map(({ day, plays, engaged, listened_ms, capped_ms, ...breakdown }) => ({
    day,
    plays,
    engaged,
    listenedMs: listened_ms,
    cappedMs: capped_ms,
    breakdown,
  }));
}

/** First and last UTC day with a counted play; undefined for tracks never played. */
export async function playedSpan(db: Reader, trackKeys: SQL): Promise<{ first: number; last: number } | undefined> {
  const [row] = await db.all<{ first: number | null; last: number | null }>(sql`
    SELECT min((SELECT min(day) FROM track_days d WHERE d.track_key = t.key)) AS first,
      max((SELECT max(day) FROM track_days d WHERE d.track_key = t.key)) AS last
    FROM tracks t WHERE t.key IN ${trackKeys}`);
  return row?.first == null || row.last == null ? undefined : { first: row.first, last: row.last };
}
