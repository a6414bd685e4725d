import type { CompletionBreakdown, DayRange } from "@beatpass/shared/metrics";
import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { readRows } from "../db/json-rows.ts";

/** Counted plays of one UTC day, over one or several tracks. */
export type DaySums = {
  day: number;
  plays: number;
  engaged: number;
  breakdown: CompletionBreakdown;
  listenedMs: number;
  cappedMs: number;
};

const SUMS = [
  "plays",
  "engaged",
  "listened_ms",
  "capped_ms",
  "completed",
  "mostly",
  "half",
  "partial",
  "skipped",
] as const;

type Day = [number, number, number, number, number, number, number, number, number, number];

/**
 * The days of a range that have plays, in order.
 * @param trackKeys `(1, 2)` or a subquery
 * @param ofOne of a single track, whose days are there to be read: nothing is summed
 */
export async function readDays(
  db: Reader,
  trackKeys: SQL,
  range: DayRange,
  { ofOne = false }: { ofOne?: boolean } = {},
): Promise<DaySums[]> {
  const within = sql`track_days WHERE track_key IN ${trackKeys} AND day BETWEEN ${range.from} AND ${range.to}`;
  const days = await readRows<Day>(
    db,
    sql.raw(`day, ${SUMS.join(", ")}`),
    ofOne
      ? within
      : sql`(SELECT day, ${sql.raw(SUMS.map((sum) => `sum(${sum}) AS ${sum}`).join(", "))} FROM ${within} GROUP BY day)`,
  );
  return days
    .map(([day, plays, engaged, listenedMs, cappedMs, completed, mostly, half, partial, skipped]): DaySums => {
      return { day, plays, engaged, listenedMs, cappedMs, breakdown: { completed, mostly, half, partial, skipped } };
    })
    .sort((a, b) => a.day - b.day);
}

/** First and last UTC day with a counted play; undefined for tracks never played. */
export async function playedSpan(db: Reader, trackKeys: SQL): Promise<{ first: number; last: number } | undefined> {
  const [row] = await db.all<{ first: number | null; last: number | null }>(sql`
    SELECT min((SELECT min(day) FROM track_days d WHERE d.track_key = t.key)) AS first,
      max((SELECT max(day) FROM track_days d WHERE d.track_key = t.key)) AS last
    FROM tracks t WHERE t.key IN ${trackKeys}`);
  return row?.first == null || row.last == null ? undefined : { first: row.first, last: row.last };
}
