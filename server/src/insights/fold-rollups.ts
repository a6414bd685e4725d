import { type SQL, sql } from "drizzle-orm";
import type { WriteContext } from "../context.ts";
import type { Tx } from "../db/client.ts";
import { foldAudience } from "./fold-audience.ts";

/** Plays folded in one transaction: larger steps cost less per play, and hold other writers up longer. */
export const FOLD_STEP = 50_000;

/**
 * Folds what the log has gained into the roll-ups per track and day (architecture: "append durably at once and
 * fold in larger steps").
 * @returns how many plays were folded; call again while it is not 0
 */
export const foldRollups = (context: WriteContext): Promise<number> => context.write(foldStep);

/** Folds everything there is, within the caller's transaction. */
export async function foldAll(tx: Tx): Promise<void> {
  while ((await foldStep(tx)) > 0);
}

async function foldStep(tx: Tx): Promise<number> {
  await refoldStaleTracks(tx);
  const from = await foldedUpTo(tx);
  const [row] = await tx.all<{ last: number | null; plays: number }>(sql`
    SELECT max(seq) AS last, count(*) AS plays FROM (SELECT seq FROM plays WHERE seq > ${from} ORDER BY seq LIMIT ${FOLD_STEP})`);
  if (row?.last == null) return 0;
  await fold(tx, { from, to: row.last });
  await tx.run(sql`
    INSERT INTO cursors (name, seq) VALUES ('rollups', ${row.last}) ON CONFLICT (name) DO UPDATE SET seq = excluded.seq`);
  return row.plays;
}

async function foldedUpTo(tx: Tx): Promise<number> {
  const [row] = await tx.all<{ seq: number }>(sql`SELECT seq FROM cursors WHERE name = 'rollups'`);
  return row?.seq ?? 0;
}

/** Tracks whose duration changed: their days are made anew from the part of the log that is folded already. */
async function refoldStaleTracks(tx: Tx): Promise<void> {
  const [row] = await tx.all<{ stale: number }>(sql`SELECT count(*) AS stale FROM stale_tracks`);
  if (row!.stale === 0) return;
  const stale = sql`(SELECT track_key FROM stale_tracks)`;
  for (const table of [sql`track_days`, sql`track_day_audience`]) {
    await tx.run(sql`DELETE FROM ${table} WHERE track_key IN ${stale}`);
  }
  await tx.run(sql`UPDATE tracks SET plays = opening_plays WHERE key IN ${stale}`);
  const folded = await foldedUpTo(tx);
  for (let from = 0; from < folded; from += FOLD_STEP) {
    await fold(tx, { from, to: Math.min(from + FOLD_STEP, folded) }, sql` AND p.track_key IN ${stale}`);
  }
  await tx.run(sql`DELETE FROM stale_tracks`);
}

/** Folds the plays after `from` up to `to`. @param more a further condition on them */
async function fold(tx: Tx, { from, to }: { from: number; to: number }, more: SQL = sql``): Promise<void> {
  const plays = sql`plays p WHERE p.counted AND p.seq > ${from} AND p.seq <= ${to}${more}`;
  const tally = (condition: SQL) => sql`count(*) FILTER (WHERE ${condition})`;
  // Each play is judged once; the limit keeps SQLite from merging the two queries.
  await tx.run(sql`
    INSERT INTO track_days (track_key, day, plays, engaged, completed, mostly, half, partial, skipped, listened_ms, capped_ms)
    SELECT track_key, day, count(*), count(band), ${tally(sql`band = 4`)}, ${tally(sql`band = 3`)}, ${tally(sql`band = 2`)},
      ${tally(sql`band = 1`)}, ${tally(sql`band = 0`)}, coalesce(sum(listened_ms) FILTER (WHERE band IS NOT NULL), 0),
      coalesce(sum(capped_ms) FILTER (WHERE band IS NOT NULL), 0)
    FROM (
      SELECT p.track_key, CAST(floor(p.at / 86400000.0) AS INTEGER) AS day, p.listened_ms,
        min(p.listened_ms, t.duration_ms) AS capped_ms, ${BAND} AS band
      FROM (SELECT * FROM ${plays}) AS p JOIN tracks t ON t.key = p.track_key LIMIT -1)
    WHERE true GROUP BY 1, 2
    ON CONFLICT (track_key, day) DO UPDATE SET plays = plays + excluded.plays, engaged = engaged + excluded.engaged,
      completed = completed + excluded.completed, mostly = mostly + excluded.mostly, half = half + excluded.half,
      partial = partial + excluded.partial, skipped = skipped + excluded.skipped,
      listened_ms = listened_ms + excluded.listened_ms, capped_ms = capped_ms + excluded.capped_ms`);
  await foldAudience(tx, plays);
}

/**
 * How much of the track was heard, in fifths, 4 from 80 % up; null where that is not known. In whole numbers, so that
 * exactly 80 % is completed whatever the duration (spec §5).
 */
const BAND = sql`CASE WHEN t.duration_ms > 0 THEN min(4, min(p.listened_ms, t.duration_ms) * 5 / t.duration_ms) END`;
