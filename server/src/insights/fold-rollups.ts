import { sql } from "drizzle-orm";
import type { WriteContext } from "../context.ts";
import type { Tx } from "../db/client.ts";

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
  await fold(tx, sql`p.seq > ${from} AND p.seq <= ${row.last}`);
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
  for (const table of [sql`track_days`, sql`track_day_countries`, sql`track_day_listeners`]) {
    await tx.run(sql`DELETE FROM ${table} WHERE track_key IN ${stale}`);
  }
  await tx.run(sql`UPDATE tracks SET plays = opening_plays WHERE key IN ${stale}`);
  await fold(tx, sql`p.seq <= ${await foldedUpTo(tx)} AND p.track_key IN ${stale}`);
  await tx.run(sql`DELETE FROM stale_tracks`);
}

const DAY = sql`CAST(floor(p.at / 86400000.0) AS INTEGER)`;
/** Completion is compared in whole numbers, so that exactly 80 % is completed whatever the duration (spec §5). */
const atLeast = (percent: number) => sql`min(p.listened_ms, t.duration_ms) * 100 >= ${percent} * t.duration_ms`;
const below = (percent: number) => sql`min(p.listened_ms, t.duration_ms) * 100 < ${percent} * t.duration_ms`;

async function fold(tx: Tx, which: ReturnType<typeof sql>): Promise<void> {
  const counted = sql`FROM plays p WHERE p.counted AND ${which}`;
  const engaged = sql`p.listened_ms IS NOT NULL AND t.duration_ms > 0`;
  const tally = (condition: ReturnType<typeof sql>) => sql`count(*) FILTER (WHERE ${condition})`;
  const band = (condition: ReturnType<typeof sql>) => tally(sql`${engaged} AND ${condition}`);
  await tx.run(sql`
    INSERT INTO track_days (track_key, day, plays, engaged, completed, mostly, half, partial, skipped, listened_ms, capped_ms,
      desktop, mobile, tablet, tv_other, web, ios, android, windows, macos, linux, other_platform)
    SELECT p.track_key, ${DAY}, count(*), ${tally(engaged)}, ${band(atLeast(80))},
      ${band(sql`${atLeast(60)} AND ${below(80)}`)}, ${band(sql`${atLeast(40)} AND ${below(60)}`)},
      ${band(sql`${atLeast(20)} AND ${below(40)}`)}, ${band(below(20))},
      coalesce(sum(p.listened_ms) FILTER (WHERE ${engaged}), 0),
      coalesce(sum(min(p.listened_ms, t.duration_ms)) FILTER (WHERE ${engaged}), 0),
      ${tally(sql`p.device = 'desktop'`)}, ${tally(sql`p.device = 'mobile'`)}, ${tally(sql`p.device = 'tablet'`)},
      ${tally(sql`p.device = 'tv-other'`)}, ${tally(sql`p.platform = 'web'`)}, ${tally(sql`p.platform = 'iOS'`)},
      ${tally(sql`p.platform = 'Android'`)}, ${tally(sql`p.platform = 'Windows'`)}, ${tally(sql`p.platform = 'macOS'`)},
      ${tally(sql`p.platform = 'Linux'`)}, ${tally(sql`p.platform = 'other'`)}
    FROM plays p JOIN tracks t ON t.key = p.track_key WHERE p.counted AND ${which} GROUP BY 1, 2
    ON CONFLICT (track_key, day) DO UPDATE SET plays = plays + excluded.plays, engaged = engaged + excluded.engaged,
      completed = completed + excluded.completed, mostly = mostly + excluded.mostly, half = half + excluded.half,
      partial = partial + excluded.partial, skipped = skipped + excluded.skipped,
      listened_ms = listened_ms + excluded.listened_ms, capped_ms = capped_ms + excluded.capped_ms,
      desktop = desktop + excluded.desktop, mobile = mobile + excluded.mobile, tablet = tablet + excluded.tablet,
      tv_other = tv_other + excluded.tv_other, web = web + excluded.web, ios = ios + excluded.ios,
      android = android + excluded.android, windows = windows + excluded.windows, macos = macos + excluded.macos,
      linux = linux + excluded.linux, other_platform = other_platform + excluded.other_platform`);
  await tx.run(sql`
    INSERT INTO track_day_countries (track_key, day, country, plays)
    SELECT p.track_key, ${DAY}, p.country, count(*) ${counted} AND p.country IS NOT NULL GROUP BY 1, 2, 3
    ON CONFLICT (track_key, day, country) DO UPDATE SET plays = plays + excluded.plays`);
  await tx.run(sql`
    INSERT INTO track_day_listeners (track_key, day, listener_key, plays)
    SELECT p.track_key, ${DAY}, coalesce(p.listener_key, 0), count(*) ${counted} GROUP BY 1, 2, 3
    ON CONFLICT (track_key, day, listener_key) DO UPDATE SET plays = plays + excluded.plays`);
  await tx.run(sql`
    UPDATE tracks SET plays = tracks.plays + n.plays
    FROM (SELECT p.track_key, count(*) AS plays ${counted} GROUP BY 1) AS n WHERE tracks.key = n.track_key`);
}
