import { startOfDay } from "@beatpass/shared/metrics";
import { type Catalog, type Period, periodWindow, seasonBefore, seasonOf } from "@beatpass/shared/rules";
import { sql } from "drizzle-orm";
import type { Reader, Tx } from "../db/client.ts";
import { jsonRows, readRows } from "../db/json-rows.ts";

/*
 * Every refresh ranks this season and the one before it. Older ones are ranked once, again where what they were ranked
 * from has changed, as by an import of old plays, and in turn, one at every refresh: who claims a profile late, or
 * hides, comes to them within a day or so.
 */

/** A past season that a refresh ranks, and what from. */
export type RankedSeason = { demo: boolean; period: Period; basis: string };

/** So many producers and seasons a refresh at most: an import of twelve years is ranked at once where they are few. */
const MOST_RANKED = 400_000;
/** A date that somebody mistyped makes no end of seasons. */
const MOST_SEASONS = 100;

/** The past seasons of one world that are to be ranked now: new and changed ones, newest first, else the one ranked longest ago. */
export async function duePastSeasons(
  db: Reader,
  { catalog, demo, now }: { catalog: Catalog; demo: boolean; now: number },
): Promise<RankedSeason[]> {
  const seasons = await readPastSeasons(db, catalog, now);
  const ranked = new Map(
    await readRows<[period: Period, refreshId: number, basis: string]>(
      db,
      sql`period, refresh_id, basis`,
      sql`past_seasons WHERE demo = ${demo ? 1 : 0}`,
    ).then((rows) => rows.map(([period, refreshId, basis]) => [period, { refreshId, basis }])),
  );
  const due = seasons.filter(({ period, basis }) => ranked.get(period)?.basis !== basis);
  const lastRanked = ({ period }: { period: Period }) => ranked.get(period)?.refreshId ?? 0;
  const inTurn = seasons.toSorted((a, b) => lastRanked(a) - lastRanked(b));
  const most = Math.max(1, Math.floor(MOST_RANKED / Math.max(1, catalog.producers.length)));
  return (due.length > 0 ? due.slice(0, most) : inTurn.slice(0, 1)).map((season) => ({ demo, ...season }));
}

/** Those that anything is known of, newest first. */
async function readPastSeasons(db: Reader, { tracks }: Catalog, now: number): Promise<Omit<RankedSeason, "demo">[]> {
  if (tracks.length === 0) return [];
  const end = periodWindow(seasonBefore(now), now)!.start;
  const days = await readRows<[day: number, plays: number]>(
    db,
    sql`day, plays`,
    sql`(SELECT day, sum(plays) AS plays FROM track_days WHERE day * 86400000 < ${end} GROUP BY day)`,
  );
  const published = tracks.map(({ publishedAt }) => publishedAt).filter((at) => at < end);
  const first = [...days.map(([day]) => startOfDay(day)), ...published].reduce((a, b) => Math.min(a, b), end);
  const seasons: Omit<RankedSeason, "demo">[] = [];
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
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM ${jsonRows(rows)} WHERE true
    ON CONFLICT (demo, period) DO UPDATE SET refresh_id = excluded.refresh_id, basis = excluded.basis`);
}

/** The instant at which a past season was ranked last, in ms; undefined where it was not yet. */
export async function pastSeasonRankedAt(db: Reader, period: Period, demo: boolean): Promise<number | undefined> {
  const [row] = await db.all<{ at: number }>(sql`
    SELECT r.at FROM past_seasons s JOIN refreshes r ON r.id = s.refresh_id
    WHERE s.period = ${period} AND s.demo = ${demo ? 1 : 0}`);
  return row?.at;
}
