import type { AccountExport } from "@beatpass/shared/contracts";
import { asc, eq, inArray, sql } from "drizzle-orm";
import type { Reader } from "../../db/client.ts";
import { albums, artists, trackArtists, tracks } from "../../db/schema/index.ts";

/** A producer's artist profiles, as they are kept. */
export async function exportArtists(db: Reader, producerId: string): Promise<AccountExport["artists"]> {
  const rows = await db.select().from(artists).where(eq(artists.producerId, producerId)).orderBy(asc(artists.id));
  return rows.map(({ id, name, image, bio, pictureCount, linkCount, vouched, createdAt }) => ({
    id,
    name,
    ...(image !== null && { image }),
    ...(bio !== null && { bio }),
    pictures: pictureCount,
    links: linkCount,
    vouched,
    ...(createdAt !== null && { createdAt: new Date(createdAt).toISOString() }),
  }));
}

/** The keys of the tracks that credit any of a producer's artists; private ones too, removed ones not. */
export const ownTrackKeys = (producerId: string) => sql`(
  SELECT ta.track_key FROM track_artists ta JOIN artists a ON a.id = ta.artist_id JOIN tracks t ON t.key = ta.track_key
  WHERE a.producer_id = ${producerId} AND t.removed_at IS NULL)`;

/** A producer's tracks with all that is known of them, the oldest first. */
export async function exportTracks(db: Reader, producerId: string): Promise<AccountExport["tracks"]> {
  const own = ownTrackKeys(producerId);
  const rows = await db
    .select({ track: tracks, album: albums.title })
    .from(tracks)
    .leftJoin(albums, eq(albums.id, tracks.albumId))
    .where(inArray(tracks.key, own))
    .orderBy(asc(tracks.publishedAt), asc(tracks.key));
  const credits = await db
    .select({ key: trackArtists.trackKey, id: artists.id, name: artists.name })
    .from(trackArtists)
    .innerJoin(artists, eq(artists.id, trackArtists.artistId))
    .where(inArray(trackArtists.trackKey, own))
    .orderBy(asc(trackArtists.position));
  const creditsOf = Map.groupBy(credits, ({ key }) => key);
  return rows.map(({ track, album }) => ({
    id: track.id,
    title: track.title,
    artists: (creditsOf.get(track.key) ?? []).map(({ id, name }) => ({ id, name })),
    ...present({
      album,
      durationMs: track.durationMs,
      bpm: track.bpm,
      key: track.musicalKey,
      scale: track.scale,
      genre: track.genre,
      description: track.description,
      image: track.image,
      licensing: track.licensing,
    }),
    tags: track.tags ?? [],
    public: track.public,
    publishedAt: new Date(track.publishedAt).toISOString(),
    plays: track.plays,
  }));
}

type Present<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], null> };
const present = <Fields extends object>(fields: Fields): Present<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Present<Fields>;
