import { join } from "node:path";
import type { WriteContext } from "@beatpass/server/context.ts";
import { fillDatabase } from "./fill-database.ts";
import { openContext } from "./open-context.ts";
import { NOW } from "./our-database.ts";
import { chance, sqliteNumbers } from "./play-log.ts";

const DAY_MS = 86_400_000;
const TODAY = NOW / DAY_MS;

/**
 * A database of ours with many producers, one artist profile and two tracks each, every second track with a second
 * artist, and four days with plays a track: the state a refresh reads, without the ledger behind it.
 */
export async function openManyProducers(folder: string, producers: number): Promise<WriteContext> {
  const file = join(folder, "ours.db");
  const context = await openContext(file);
  fill(file, producers);
  return context;
}

/** Half an hour of ten million plays a year: each of another track, other ones every round. */
const PLAYS = 570;

/** What half an hour's plays, each worth 1 XP, leave behind for a refresh to read. */
export async function playHalfAnHour({ db }: WriteContext, round: number): Promise<void> {
  // Multiplied by a prime, so that they are all over the catalog.
  const played = `(key * 7919 + ${round * PLAYS}) % (SELECT count(*) FROM tracks) < ${PLAYS}`;
  await db.$client.executeMultiple(`
    INSERT INTO track_days (track_key, day, plays, engaged, completed, mostly, half, partial, skipped, listened_ms, capped_ms)
      SELECT key, ${TODAY - 1}, 1, 1, 1, 0, 0, 0, 0, 0, 0 FROM tracks WHERE ${played};
    UPDATE tracks SET plays = plays + 1 WHERE ${played};
    UPDATE producers SET xp = xp + 1 WHERE id IN (SELECT a.producer_id FROM tracks t
      JOIN track_artists ta ON ta.track_key = t.key JOIN artists a ON a.id = ta.artist_id WHERE ${played})`);
}

function fill(file: string, producers: number): void {
  const tracks = 2 * producers;
  const of = (column: string, multiplier: number, below: number) =>
    `CAST(floor(${chance(multiplier)} * ${below}) AS INTEGER) AS ${column}`;
  fillDatabase(
    file,
    `INSERT INTO producers (id, name, xp) SELECT 'p' || n, 'Producer ' || n, xp
      FROM (SELECT n, ${of("xp", 1_103_515_245, 20_000)} FROM ${sqliteNumbers(producers)});
    INSERT INTO artists (id, name, producer_id, picture_count, bio, link_count, created_at, vouched, field_times)
      SELECT 'a' || n, 'Producer ' || n, 'p' || n, n % 7, CASE n % 3 WHEN 0 THEN '' ELSE 'Makes beats.' END, n % 5,
        ${NOW} - age * ${DAY_MS}, 1, '{}'
      FROM (SELECT n, ${of("age", 1_664_525, 1500)} FROM ${sqliteNumbers(producers)});
    INSERT INTO tracks (key, id, title, duration_ms, bpm, musical_key, tags, genre, published_at, field_times, played, plays)
      SELECT n + 1, 't' || n, 'Track ' || n, 180000, nullif(n % 3, 0) * 60, CASE n % 4 WHEN 0 THEN NULL ELSE 'C' END, '["beat"]',
        'genre ' || genre, ${NOW} - age * ${DAY_MS}, '{}', 1, 4 * plays
      FROM (SELECT n, ${of("genre", 22_695_477, 30)}, ${of("age", 214_013, 1000)}, ${of("plays", 134_775_813, 900)}
        FROM ${sqliteNumbers(tracks)});
    INSERT INTO track_artists (track_key, artist_id, position) SELECT n + 1, 'a' || (n / 2), 0 FROM ${sqliteNumbers(tracks)};
    INSERT INTO track_artists (track_key, artist_id, position)
      SELECT n + 1, 'a' || ((n / 2 + 1 + n % 17) % ${producers}), 1 FROM ${sqliteNumbers(tracks)} WHERE n % 2;
    INSERT INTO track_days (track_key, day, plays, engaged, completed, mostly, half, partial, skipped, listened_ms, capped_ms)
      SELECT t.key, ${TODAY} - d.ago, t.plays / 4, t.plays / 4, t.plays / 8, 0, 0, t.plays / 4 - t.plays / 8, 0, 0, 0
      FROM tracks t CROSS JOIN (SELECT 2 AS ago UNION ALL SELECT 20 UNION ALL SELECT 100 UNION ALL SELECT 400) d`,
  );
}
