import { type CompletionBand, filledFields, qualityScore } from "@beatpass/shared/metrics";
import {
  type Catalog,
  type CatalogArtist,
  type CatalogProducer,
  type CatalogTrack,
  trackGenre,
} from "@beatpass/shared/rules";
import { sql } from "drizzle-orm";
import { HIDDEN_PRODUCERS } from "../accounts/hidden.ts";
import { readTimeZones } from "../accounts/read-time-zones.ts";
import { ARTIST_CREATION } from "../catalog/artist-creation.ts";
import type { Reader } from "../db/client.ts";
import { readColumns, readRows } from "../db/json-rows.ts";

/** With the keys of tracks and producers, by their indexes. */
export type KeyedCatalog = Catalog & { trackKeys: readonly number[]; producerKeys: readonly number[] };

/** Everything a refresh looks at. Demo people and real ones live in worlds of their own. */
export async function readCatalog(db: Reader, demo: boolean): Promise<KeyedCatalog> {
  const profiles = await readProfiles(db, demo);
  const { tracks, trackKeys } = await readTracks(db, demo);
  return {
    tracks,
    trackKeys,
    artists: profiles.map(({ id, producerId, createdAt }): CatalogArtist => ({ id, producerId, createdAt })),
    ...(await readProducers(db, demo, profiles)),
    sales: await readSales(db, demo),
  };
}

type TrackRow = [
  key: number,
  id: string,
  publishedAt: number,
  exclusiveOnly: number,
  genre: string | null,
  tags: string[] | null,
  bpm: number | null,
  musicalKey: string | null,
  scale: string | null,
  description: string | null,
  image: string | null,
  plays: number,
];

async function readTracks(db: Reader, demo: boolean): Promise<{ tracks: CatalogTrack[]; trackKeys: number[] }> {
  const rows = await readRows<TrackRow>(
    db,
    sql`key, id, published_at, licensing IS 'exclusive-only', genre, json(tags), bpm, musical_key, scale, description, image, plays`,
    sql`tracks WHERE demo = ${demo ? 1 : 0} AND public AND removed_at IS NULL`,
  );
  // Mostly there is no demo: the tables that know of none are not read in vain.
  if (rows.length === 0) return { tracks: [], trackKeys: [] };
  const artists = await readCredits(db);
  const scores = await readQualityScores(db);
  const downloads = await readDownloads(db);
  const tracks = rows
    .sort(([a], [b]) => a - b)
    .map(([key, id, publishedAt, exclusiveOnly, genre, tags, bpm, musicalKey, scale, description, image, plays]) => ({
      id,
      artistIds: artists[key] ?? [],
      publishedAt,
      exclusiveOnly: exclusiveOnly === 1,
      genre: trackGenre(genre, tags) ?? null,
      filledFields: filledFields({ bpm, key: musicalKey, scale, description, tags, image }),
      plays,
      downloads: downloads[key] ?? 0,
      qualityScore: scores[key] ?? null,
    }));
  return { tracks, trackKeys: rows.map(([key]) => key) };
}

/** Credited artists in order, by track key. */
async function readCredits(db: Reader): Promise<string[][]> {
  const { key, artist } = await readColumns<{ key: number; artist: string }>(
    db,
    { key: sql`track_key`, artist: sql`artist_id` },
    sql`(SELECT track_key, artist_id FROM track_artists ORDER BY track_key, position)`,
  );
  const byKey: string[][] = [];
  for (const [row, track] of key.entries()) byKey[track] = [...(byKey[track] ?? []), artist[row]!];
  return byKey;
}

/** By track key. */
async function readQualityScores(db: Reader): Promise<(number | undefined)[]> {
  const bands = await readColumns<Record<"key" | CompletionBand, number>>(
    db,
    {
      key: sql`track_key`,
      completed: sql`completed`,
      mostly: sql`mostly`,
      half: sql`half`,
      partial: sql`partial`,
      skipped: sql`skipped`,
    },
    sql`(SELECT track_key, sum(completed) AS completed, sum(mostly) AS mostly, sum(half) AS half, sum(partial) AS partial,
      sum(skipped) AS skipped FROM track_days GROUP BY track_key)`,
  );
  const { completed, mostly, half, partial, skipped } = bands;
  const byKey: (number | undefined)[] = [];
  for (const [row, track] of bands.key.entries()) {
    byKey[track] = qualityScore({
      completed: completed[row]!,
      mostly: mostly[row]!,
      half: half[row]!,
      partial: partial[row]!,
      skipped: skipped[row]!,
    });
  }
  return byKey;
}

/** By track key. */
async function readDownloads(db: Reader): Promise<number[]> {
  const rows = await readRows<[track: number, downloads: number]>(
    db,
    sql`track_key, downloads`,
    sql`(SELECT track_key, count(*) AS downloads FROM downloads GROUP BY track_key)`,
  );
  const byKey: number[] = [];
  for (const [track, count] of rows) byKey[track] = count;
  return byKey;
}

type Profile = CatalogArtist & { pictures: number; hasBio: boolean; links: number };
type ProfileRow = [string, string | null, number | null, number, string | null, number];

async function readProfiles(db: Reader, demo: boolean): Promise<Profile[]> {
  const rows = await readRows<ProfileRow>(
    db,
    sql`id, producer_id, ${ARTIST_CREATION}, picture_count, bio, link_count`,
    sql`artists a WHERE demo = ${demo ? 1 : 0}`,
  );
  return rows.map(([id, producerId, createdAt, pictures, bio, links]) => {
    return { id, producerId, createdAt, pictures, hasBio: !!bio?.trim(), links };
  });
}

async function readProducers(
  db: Reader,
  demo: boolean,
  profiles: readonly Profile[],
): Promise<{ producers: CatalogProducer[]; producerKeys: number[] }> {
  const rows = await readRows<[id: string, xp: number, key: number]>(
    db,
    sql`id, xp, key`,
    sql`producers WHERE demo = ${demo ? 1 : 0}`,
  );
  if (rows.length === 0) return { producers: [], producerKeys: [] };
  const unlocked = new Map(
    await readRows<[producerId: string, slugs: string[]]>(
      db,
      sql`producer_id, json(slugs)`,
      sql`(SELECT producer_id, json_group_array(subject) AS slugs FROM xp_entries
        WHERE reason = 'achievement' GROUP BY producer_id)`,
    ),
  );
  const claimed = Map.groupBy(profiles, ({ producerId }) => producerId);
  const unlisted = await db.all<{ id: string }>(sql`
    SELECT producer_id AS id FROM user WHERE admin AND producer_id IS NOT NULL
    UNION SELECT producer_id FROM privacy WHERE producer_id IN ${HIDDEN_PRODUCERS}`);
  const unlistedIds = new Set(unlisted.map(({ id }) => id));
  const timeZones = await readTimeZones(db);
  const producers = rows.map(([id, xp]) => {
    const own = claimed.get(id) ?? [];
    return {
      id,
      createdAt: Math.min(
        ...own.map((profile) => profile.createdAt ?? Number.MAX_SAFE_INTEGER),
        Number.MAX_SAFE_INTEGER,
      ),
      unlisted: unlistedIds.has(id),
      timeZone: timeZones.get(id) ?? null,
      profile: {
        pictures: Math.max(0, ...own.map(({ pictures }) => pictures)),
        hasBio: own.some(({ hasBio }) => hasBio),
        links: Math.max(0, ...own.map(({ links }) => links)),
      },
      xp,
      unlocked: unlocked.get(id) ?? [],
    };
  });
  return { producers, producerKeys: rows.map(([, , key]) => key) };
}

/**
 * What tracks earned (spec §4 Top Biller), per currency: sales less refunds, which are negative amounts; a track that
 * is left with nothing has no sale. A refund that names no track lowers none. Test money is no earnings where there is
 * live money: once anything live was recorded, live rows alone count, and until then, as with a test key, all there
 * are. The demo's world goes by its own rows.
 */
async function readSales(db: Reader, demo: boolean): Promise<Catalog["sales"]> {
  return db.all(sql`
    WITH earned AS (
      SELECT x.track_id, x.currency, x.amount, x.livemode FROM transactions x JOIN tracks t ON t.id = x.track_id
      WHERE x.kind IN ('track-sale', 'refund') AND t.demo = ${demo ? 1 : 0})
    SELECT track_id AS trackId, currency, sum(amount) AS amount FROM earned
    WHERE livemode = (SELECT max(livemode) FROM ${demo ? sql`earned` : sql`transactions`})
    GROUP BY track_id, currency HAVING sum(amount) > 0`);
}
