import { dayOf, startOfDay } from "@beatpass/shared/metrics";
import type { Category, Contender, Window } from "@beatpass/shared/rules";
import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";

/** The boards that are kept so far; the others follow with their figures. */
export const KEPT_CATEGORIES = ["points", "plays"] as const satisfies readonly Category[];
export type KeptCategory = (typeof KEPT_CATEGORIES)[number];

type Row = { producer_id: string; created_at: number; score: number; tiebreak: number };

/**
 * Everybody on the boards with a score in this category (spec §6): producers with a claimed profile and a public
 * track, administrators left out. `demo` people compete among themselves.
 */
export async function readContenders(
  db: Reader,
  category: KeptCategory,
  window: Window,
  demo: boolean,
): Promise<Contender[]> {
  const scores = category === "points" ? points() : plays(window);
  const rows = await db.all<Row>(sql`
    WITH own AS (
      SELECT DISTINCT a.producer_id, t.key, t.plays FROM artists a
      JOIN track_artists ta ON ta.artist_id = a.id JOIN tracks t ON t.key = ta.track_key
      WHERE a.producer_id IS NOT NULL AND t.public AND t.removed_at IS NULL AND a.demo = ${demo ? 1 : 0}),
    scored AS (${scores})
    SELECT s.producer_id, s.score, s.tiebreak,
      (SELECT min(coalesce(a.created_at, (SELECT min(t.published_at) FROM track_artists ta JOIN tracks t ON t.key = ta.track_key
        WHERE ta.artist_id = a.id), 9e15)) FROM artists a WHERE a.producer_id = s.producer_id) AS created_at
    FROM scored s
    WHERE NOT EXISTS (SELECT 1 FROM user u WHERE u.producer_id = s.producer_id AND u.admin)`);
  return rows.map((row) => ({
    producerId: row.producer_id,
    score: row.score,
    tiebreak: row.tiebreak,
    createdAt: row.created_at,
  }));
}

/** Total XP; tiebreak: achievements unlocked. Always all-time. */
const points = (): SQL => sql`
  SELECT p.id AS producer_id, p.xp AS score,
    (SELECT count(*) FROM xp_entries x WHERE x.producer_id = p.id AND x.reason = 'achievement') AS tiebreak
  FROM producers p WHERE p.id IN (SELECT producer_id FROM own)`;

/** Counted plays of published tracks in the window; tiebreak: tracks published in it. */
function plays(window: Window): SQL {
  if (window.start === Number.NEGATIVE_INFINITY) {
    return sql`SELECT producer_id, sum(plays) AS score, count(*) AS tiebreak FROM own GROUP BY producer_id`;
  }
  return sql`
    SELECT o.producer_id, coalesce(sum(w.plays), 0) AS score,
      count(*) FILTER (WHERE t.published_at >= ${window.start} AND t.published_at < ${window.end}) AS tiebreak
    FROM own o JOIN tracks t ON t.key = o.key LEFT JOIN (${playsWithin(window)}) w ON w.track_key = o.key
    GROUP BY o.producer_id`;
}

/** Whole days from the roll-ups, the days cut by the window's ends from the log: a window starts at any instant. */
function playsWithin({ start, end }: Window): SQL {
  const firstWhole = dayOf(start - 1) + 1;
  const lastWhole = dayOf(end) - 1;
  if (firstWhole > lastWhole) return log(start, end);
  return sql`
    SELECT track_key, sum(plays) AS plays FROM (
      SELECT track_key, plays FROM track_days WHERE day BETWEEN ${firstWhole} AND ${lastWhole}
      UNION ALL ${log(start, startOfDay(firstWhole))}
      UNION ALL ${log(startOfDay(lastWhole + 1), end)}
    ) GROUP BY track_key`;
}

const log = (start: number, end: number): SQL => sql`
  SELECT track_key, count(*) AS plays FROM plays WHERE at >= ${start} AND at < ${end} AND counted GROUP BY track_key`;
