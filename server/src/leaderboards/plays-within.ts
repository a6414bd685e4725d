import { dayOf, startOfDay } from "@beatpass/shared/metrics";
import type { Window } from "@beatpass/shared/rules";
import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { readColumns } from "../db/json-rows.ts";

/**
 * Counted plays by track key, missing where there are none, in a window that starts and ends at any instant: whole days
 * from the roll-ups, the days cut by its ends from the log.
 */
export async function playsWithin(db: Reader, { start, end }: Window): Promise<number[]> {
  const firstWhole = dayOf(start - 1) + 1;
  const lastWhole = dayOf(end) - 1;
  if (firstWhole > lastWhole) return readPlays(db, fromLog(start, end));
  const plays = await readPlays(
    db,
    // Along the key of the roll-ups, a track's days are together.
    sql`SELECT track_key, sum(plays) AS plays FROM track_days WHERE day BETWEEN ${firstWhole} AND ${lastWhole} GROUP BY track_key`,
  );
  for (const cut of [fromLog(start, startOfDay(firstWhole)), fromLog(startOfDay(lastWhole + 1), end)]) {
    // Holes are passed over.
    (await readPlays(db, cut)).forEach((more, key) => {
      plays[key] = (plays[key] ?? 0) + more;
    });
  }
  return plays;
}

const fromLog = (start: number, end: number): SQL => sql`
  SELECT track_key, count(*) AS plays FROM plays WHERE at >= ${start} AND at < ${end} AND counted GROUP BY track_key`;

/** @param counts `track_key` and `plays`, a row per track */
async function readPlays(db: Reader, counts: SQL): Promise<number[]> {
  const { keys, plays } = await readColumns<{ keys: number; plays: number }>(
    db,
    { keys: sql`track_key`, plays: sql`plays` },
    sql`(${counts})`,
  );
  const byKey: number[] = [];
  for (const [row, key] of keys.entries()) byKey[key] = plays[row]!;
  return byKey;
}
