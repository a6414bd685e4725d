import { dayOf, startOfDay } from "@beatpass/shared/metrics";
import {
  type Catalog,
  currentPeriods,
  type Period,
  periodWindow,
  seasonBefore,
  seasonOf,
} from "@beatpass/shared/rules";
import { sql } from "drizzle-orm";
import type { Reader, Tx } from "../db/client.ts";
import { jsonRows, readRows } from "../db/json-rows.ts";

/*
 * Every refresh ranks this season and the one before it. Older ones are ranked once, again where what they were ranked
 * from has changed, as by an import of old plays, and in turn, one at every refresh: who claims a profile late, or
 * hides, comes to them within as many refreshes as there are seasons.
 */

/** A past season that a refresh ranks. */
export type RankedSeason = {
  demo: boolean;
  period: Period;
  /** What it is ranked from, in short; null where nothing is known of it any more: its boards end. */
  basis: string | null;
};

/** So many producers and seasons a refresh at most: an import of twelve years is ranked at once where they are few. */
const MOST_RANKED = 400_000;
/** Twenty years: a date that somebody mistyped makes no end of seasons. */
const MOST_SEASONS = 40;

/** The past seasons of one world that are to be ranked now: new and changed ones, and the one ranked longest ago. */
export async function duePastSeasons(
  db: Reader,
  { catalog, demo, now }: { catalog: Catalog; demo: boolean; now: number },
): Promise<RankedSeason[]> {
  const ranked = new Map(
    await readRows<[period: Period, refreshId: number, basis: string]>(
      db,
      sql`period, refresh_id, basis`,
      sql`past_seasons WHERE demo = ${demo ? 1 : 0}`,
    ).then((rows) => rows.map(([period, refreshId, basis]) => [period, { refreshId, basis }])),
  );
  const known = await knownSeasons(db, { catalog, demo, now });
  const current = currentPeriods(now);
  const gone = [...ranked.keys()]
    .filter((period) => !known.some((season) => season.period === period) && !current.includes(period))
    .map((period) => ({ period, basis: null }));
  const lastRanked = ({ period }: { period: Period }) => ranked.get(period)?.refreshId ?? 0;
  const inTurn = [...known, ...gone].sort((a, b) => lastRanked(a) - lastRanked(b));
  const most = Math.max(1, Math.floor(MOST_RANKED / Math.max(1, catalog.producers.length)));
  const due = inTurn.filter(({ period, basis }) => ranked.get(period)?.basis !== basis).slice(0, most);
  // Beside what has changed, or seasons that change all the time would leave no turn to the others.
  return [...new Set([...due, ...inTurn.slice(0, 1)])].map((season) => ({ demo, ...season }));
}

/** Those that anything is known of, newest first. */
async function knownSeasons(
  db: Reader,
  { catalog, demo, now }: { catalog: Catalog; demo: boolean; now: number },
): Promise<{ period: Period; basis: string }[]> {
  const end = periodWindow(seasonBefore(now), now)!.start;
  const days = await readRows<[day: number, plays: number]>(
    db,
    sql`day, plays`,
    sql`(SELECT d.day, sum(d.plays) AS plays FROM tracks t CROSS JOIN track_days d ON d.track_key = t.key
      WHERE t.demo = ${demo ? 1 : 0} AND t.public AND t.removed_at IS NULL AND d.day < ${dayOf(end)} GROUP BY d.day)`,
  );
  const published = catalog.tracks.map(({ publishedAt }) => publishedAt).filter((at) => at < end);
  const first = [...days.map(([day]) => startOfDay(day)), ...published].reduce((a, b) => Math.min(a, b), end);
  const seasons: { period: Period; basis: string }[] = [];
  for (let before = end; before > first && seasons.length < MOST_SEASONS; ) {
    const period = seasonOf(before - 1);
    const window = periodWindow(period, now)!;
    const plays = days
      .filter(([day]) => startOfDay(day) >= window.start && startOfDay(day) < window.end)
      .reduce((sum, [, plays]) => sum + plays, 0);
    const count = published.filter((at) => at < window.end).length;
    seasons.push({ period, basis: `${plays} plays, ${count} tracks` });
    before = window.start;
  }
  return seasons;
}

/** @param refreshId the refresh that ranked them */
export async function savePastSeasons(tx: Tx, seasons: readonly RankedSeason[], refreshId: number): Promise<void> {
  const rows = seasons.map(({ demo, period, basis }) => [demo ? 1 : 0, period, refreshId, basis]);
  await tx.run(sql`
    INSERT INTO past_seasons (demo, period, refresh_id, basis)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM ${jsonRows(rows)} WHERE value ->> 3 IS NOT NULL
    ON CONFLICT (demo, period) DO UPDATE SET refresh_id = excluded.refresh_id, basis = excluded.basis`);
  await tx.run(sql`
    DELETE FROM past_seasons WHERE (demo, period) IN (
      SELECT value ->> 0, value ->> 1 FROM ${jsonRows(rows)} WHERE value ->> 3 IS NULL)`);
}
