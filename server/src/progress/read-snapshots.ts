import { filledFields } from "@beatpass/shared/metrics";
import {
  type CatalogSnapshot,
  type ProducerSnapshot,
  type ProfileSnapshot,
  trackGenre,
  type UploadSeason,
  uploadSeason,
} from "@beatpass/shared/rules";
import { inArray, sql } from "drizzle-orm";
import { readTimeZones } from "../accounts/index.ts";
import type { Reader } from "../db/client.ts";
import { idList } from "../db/json-rows.ts";
import { artists } from "../db/schema/index.ts";
import { readPlaces } from "./kept-places.ts";

/** What achievements look at, per producer: profile and catalog as they are, places as of the last refresh. */
export async function readSnapshots(
  db: Reader,
  producerIds: readonly string[],
): Promise<Map<string, ProducerSnapshot>> {
  const profiles = await readProfiles(db, producerIds);
  const catalogs = await readCatalogs(db, producerIds);
  const places = await readPlaces(db, producerIds);
  return new Map(
    producerIds.map((id) => [
      id,
      {
        profile: profiles.get(id) ?? { pictures: 0, hasBio: false, links: 0 },
        catalog: catalogs.get(id) ?? { tracks: 0, filledFields: 0, collaborativeTracks: 0, genres: 0, seasons: [] },
        ...places.get(id),
      },
    ]),
  );
}

/** Of several profiles of one producer, the best in each respect. */
async function readProfiles(db: Reader, producerIds: readonly string[]): Promise<Map<string, ProfileSnapshot>> {
  const rows = await db
    .select()
    .from(artists)
    .where(inArray(artists.producerId, idList(producerIds)));
  const profiles = new Map<string, ProfileSnapshot>();
  for (const row of rows) {
    const best = profiles.get(row.producerId!) ?? { pictures: 0, hasBio: false, links: 0 };
    profiles.set(row.producerId!, {
      pictures: Math.max(best.pictures, row.pictureCount),
      hasBio: best.hasBio || !!row.bio?.trim(),
      links: Math.max(best.links, row.linkCount),
    });
  }
  return profiles;
}

type OwnTrackRow = {
  producer_id: string;
  bpm: number | null;
  musical_key: string | null;
  scale: string | null;
  description: string | null;
  tags: string | null;
  image: string | null;
  genre: string | null;
  published_at: number;
  credits: number;
};

async function readCatalogs(db: Reader, producerIds: readonly string[]): Promise<Map<string, CatalogSnapshot>> {
  const rows = await db.all<OwnTrackRow>(sql`
    SELECT DISTINCT a.producer_id, t.key, t.bpm, t.musical_key, t.scale, t.description, t.tags, t.image, t.genre, t.published_at,
      (SELECT count(*) FROM track_artists c WHERE c.track_key = t.key) AS credits
    FROM artists a JOIN track_artists ta ON ta.artist_id = a.id JOIN tracks t ON t.key = ta.track_key
    WHERE a.producer_id IN ${idList(producerIds)} AND t.public AND t.removed_at IS NULL`);
  const timeZones = await readTimeZones(db, producerIds);
  return new Map(
    [...Map.groupBy(rows, (row) => row.producer_id)].map(([id, own]) => [id, summarize(own, timeZones.get(id))]),
  );
}

function summarize(own: readonly OwnTrackRow[], timeZone: string | undefined): CatalogSnapshot {
  const genres = new Set<string>();
  const seasons = new Set<UploadSeason>();
  let filled = 0;
  for (const row of own) {
    const tags = row.tags === null ? null : (JSON.parse(row.tags) as string[]);
    filled += filledFields({ ...row, key: row.musical_key, tags });
    const genre = trackGenre(row.genre, tags);
    if (genre !== undefined) genres.add(genre);
    const season = uploadSeason(row.published_at, timeZone);
    if (season) seasons.add(season);
  }
  return {
    tracks: own.length,
    filledFields: filled,
    collaborativeTracks: own.filter(({ credits }) => credits > 1).length,
    genres: genres.size,
    seasons: [...seasons],
  };
}
