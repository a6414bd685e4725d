import { dayOf, startOfDay } from "@beatpass/shared/metrics";
import type { Window } from "@beatpass/shared/rules";
import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { readRows } from "../db/json-rows.ts";

/**
 * Counted plays per track id in a window that starts and ends at any instant: whole days from the roll-ups, the days
 * cut by its ends from the log.
 */
export async function playsWithin(db: Reader, window: Window): Promise<Map<string, number>> {
  const rows = await readRows<[id: string, plays: number]>(
    db,
    sql`t.id, w.plays`,
    sql`(SELECT track_key, sum(plays) AS plays FROM (${counts(window)}) GROUP BY track_key) w JOIN tracks t ON t.key = w.track_key`,
  );
  return new Map(rows);
}

function counts({ start, end }: Window): SQL {
  const firstWhole = dayOf(start - 1) + 1;
  const lastWhole = dayOf(end) - 1;
  if (firstWhole > lastWhole) return fromLog(start, end);
  return sql`
    SELECT track_key, plays FROM track_days WHERE day BETWEEN ${firstWhole} AND ${lastWhole}
    UNION ALL ${fromLog(start, startOfDay(firstWhole))}
    UNION ALL ${fromLog(startOfDay(lastWhole + 1), end)}`;
}

const fromLog = (start: number, end: number): SQL => sql`
  SELECT track_key, count(*) AS plays FROM plays WHERE at >= ${start} AND at < ${end} AND counted GROUP BY track_key`;
