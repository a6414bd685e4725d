import { inArray, sql } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import { idList, jsonRows } from "../db/json-rows.ts";
import { albums, trackArtists, tracks } from "../db/schema/index.ts";
import { derivedId } from "../ids.ts";
import { newerFields, type TrackFact } from "./facts.ts";

export type TrackRow = typeof tracks.$inferSelect;
/** A track with what is kept beside its row. */
export type TrackState = Omit<TrackRow, "key"> & { key: number | undefined; artistIds: string[] };
export type SavedTrack = TrackRow & { artistIds: string[] };
export type TrackChange = { before: SavedTrack | undefined; after: SavedTrack };

/**
 * Brings tracks, credits and albums up to date with facts, in their order. Pays nothing: what follows from a
 * change is decided elsewhere, so that a rebuild can use this too.
 * @param keys the numbers that tracks had before, when they are made anew
 */
export async function applyTracks(
  tx: Tx,
  facts: readonly TrackFact[],
  demo: boolean,
  keys: ReadonlyMap<string, number> = new Map(),
): Promise<TrackChange[]> {
  const ids = [...new Set(facts.map(({ trackId }) => trackId))];
  const before = await readTracks(tx, ids);
  const after = new Map<string, TrackState>(before);
  const known = await readAlbumsLeft(tx, facts, before);
  const named: Album[] = [];
  for (const fact of facts) {
    const state = after.get(fact.trackId) ?? unknownTrack(fact, demo, keys.get(fact.trackId));
    const { track, albums } = merge(state, fact, known);
    after.set(fact.trackId, track);
    const fresh = albums.filter((album) => !isSame(album, known.get(album.id)));
    for (const album of fresh) known.set(album.id, album);
    named.push(...fresh);
  }
  await saveAlbums(tx, named);
  await saveTracks(tx, [...after.values()]);
  const saved = await readKeys(tx, ids);
  const changes = ids.map((id) => ({ before: before.get(id), after: { ...after.get(id)!, key: saved.get(id)! } }));
  await saveCredits(tx, changes);
  return changes;
}

/** Tracks by id, with their credited artists in order. */
export async function readTracks(tx: Tx, ids: readonly string[]): Promise<Map<string, SavedTrack>> {
  const rows = await tx
    .select()
    .from(tracks)
    .where(inArray(tracks.id, idList(ids)));
  const credits = await tx
    .select()
    .from(trackArtists)
    .where(inArray(trackArtists.trackKey, idList(rows.map(({ key }) => key))))
    .orderBy(trackArtists.trackKey, trackArtists.position);
  const byTrack = Map.groupBy(credits, ({ trackKey }) => trackKey);
  return new Map(
    rows.map((row) => [row.id, { ...row, artistIds: (byTrack.get(row.key) ?? []).map(({ artistId }) => artistId) }]),
  );
}

async function readKeys(tx: Tx, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx
    .select({ id: tracks.id, key: tracks.key })
    .from(tracks)
    .where(inArray(tracks.id, idList(ids)));
  return new Map(rows.map(({ id, key }) => [id, key]));
}

const unknownTrack = (fact: TrackFact, demo: boolean, key: number | undefined): TrackState => ({
  key,
  id: fact.trackId,
  title: fact.trackId,
  artistIds: [],
  albumId: null,
  durationMs: null,
  bpm: null,
  musicalKey: null,
  scale: null,
  tags: null,
  genre: null,
  description: null,
  image: null,
  public: true,
  licensing: null,
  publishedAt: fact.at,
  removedAt: null,
  fieldTimes: {},
  awardId: 0,
  played: false,
  hasPaid: false,
  plays: 0,
  openingPlays: 0,
  openingAt: null,
  demo,
});

type Album = typeof albums.$inferSelect;

/**
 * The albums, by id, of tracks that the facts may give another primary artist. Nothing is read where they name the one
 * that there is, as nearly all of them do.
 */
async function readAlbumsLeft(
  tx: Tx,
  facts: readonly TrackFact[],
  before: ReadonlyMap<string, SavedTrack>,
): Promise<Map<string, Album>> {
  const left = facts.flatMap(({ trackId, fields: { artistIds } }) => {
    const { albumId = null, artistIds: credited } = before.get(trackId) ?? {};
    return albumId !== null && artistIds && artistIds[0] !== credited?.[0] ? [albumId] : [];
  });
  if (left.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(albums)
    .where(inArray(albums.id, idList(left)));
  return new Map(rows.map((album) => [album.id, album]));
}

/**
 * The track as a fact leaves it, and the albums that are named by it: at most one of an id of ours and one of BeatPass's.
 * @param known the albums that tracks may leave, by id
 */
function merge(
  state: TrackState,
  fact: TrackFact,
  known: ReadonlyMap<string, Album>,
): { track: TrackState; albums: Album[] } {
  const { album, key, artistIds, ...fields } = fact.fields;
  // Named twice is credited once.
  const credits = artistIds && [...new Set(artistIds)];
  const { newer, times } = newerFields(
    { ...fields, artistIds: credits, album, musicalKey: key, removedAt: removal(fact) },
    fact.at,
    state.fieldTimes,
  );
  const { album: newAlbum, ...plain } = newer;
  const track = { ...state, ...plain, fieldTimes: times } as TrackState;
  const primary = track.artistIds[0];
  const on = newAlbum === undefined ? titleLeft(state, primary, known) : newAlbum;
  const ours = typeof on === "string" && primary !== undefined ? ourAlbum(primary, on) : undefined;
  if (ours) track.albumId = ours.id;
  else if (typeof on === "object") track.albumId = on?.id ?? null;
  // Published twice: the earlier time is when it came out, unless a correction says when.
  if (fact.kind === "published" && times.publishedAt === undefined) {
    track.publishedAt = Math.min(state.publishedAt, fact.at);
  }
  return { track, albums: [ours, theirAlbum(fact)].filter((album) => album !== undefined) };
}

/** Removed at the fact's time; published again later, it is back. */
function removal(fact: TrackFact): number | null | undefined {
  if (fact.kind === "removed") return fact.at;
  return fact.kind === "published" ? null : undefined;
}

/** An album is (primary artist, album title), unless BeatPass gives it an id (spec §11, contract). */
const ourAlbum = (artistId: string, title: string): Album => ({
  id: derivedId("alb", artistId, title),
  artistId,
  title,
  namedAt: 0,
});

/**
 * The album to which a fact gives an id of BeatPass's, as the fact names it. Its newest name counts, whichever came
 * first: hence also that of a fact which is too old to put its track there.
 */
function theirAlbum({ fields: { album }, at }: TrackFact): Album | undefined {
  return typeof album === "object" && album !== null ? { ...album, artistId: null, namedAt: at } : undefined;
}

/** The title of the album that a track leaves for its new primary artist's of the same title; BeatPass's own stay. */
function titleLeft(
  { albumId, artistIds }: TrackState,
  primary: string | undefined,
  known: ReadonlyMap<string, Album>,
): string | undefined {
  if (albumId === null || primary === artistIds[0]) return undefined;
  const album = known.get(albumId);
  return album?.artistId == null ? undefined : album.title;
}

const isSame = (album: Album, other: Album | undefined): boolean =>
  album.title === other?.title && album.namedAt === other.namedAt;

/** An older name never overwrites a newer one; of two of the same time the greater stays, whichever came first. */
async function saveAlbums(tx: Tx, named: readonly Album[]): Promise<void> {
  const rows = named.map(({ id, artistId, title, namedAt }) => [id, artistId, title, namedAt]);
  await tx.run(sql`
    INSERT INTO albums (id, artist_id, title, named_at)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM ${jsonRows(rows)}
    WHERE true ON CONFLICT (id) DO UPDATE
    SET title = excluded.title, named_at = excluded.named_at
    WHERE (excluded.named_at, excluded.title) > (albums.named_at, albums.title)`);
}

async function saveTracks(tx: Tx, states: readonly TrackState[]): Promise<void> {
  const values = states.map((track) => [
    track.key ?? null,
    track.id,
    track.title,
    track.albumId,
    track.durationMs,
    track.bpm,
    track.musicalKey,
    track.scale,
    track.tags === null ? null : JSON.stringify(track.tags),
    track.genre,
    track.description,
    track.image,
    track.public ? 1 : 0,
    track.licensing,
    track.publishedAt,
    track.removedAt,
    JSON.stringify(track.fieldTimes),
    track.demo ? 1 : 0,
  ]);
  await tx.run(sql`
    INSERT INTO tracks (key, id, title, album_id, duration_ms, bpm, musical_key, scale, tags, genre, description, image,
      public, licensing, published_at, removed_at, field_times, demo)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
      value ->> 8, value ->> 9, value ->> 10, value ->> 11, value ->> 12, value ->> 13, value ->> 14, value ->> 15,
      value ->> 16, value ->> 17
    FROM ${jsonRows(values)} WHERE true
    ON CONFLICT (id) DO UPDATE SET title = excluded.title, album_id = excluded.album_id, duration_ms = excluded.duration_ms,
      bpm = excluded.bpm, musical_key = excluded.musical_key, scale = excluded.scale, tags = excluded.tags,
      genre = excluded.genre, description = excluded.description, image = excluded.image, public = excluded.public,
      licensing = excluded.licensing, published_at = excluded.published_at, removed_at = excluded.removed_at,
      field_times = excluded.field_times`);
}

async function saveCredits(tx: Tx, changes: readonly TrackChange[]): Promise<void> {
  const recredited = changes.filter(({ before, after }) => before?.artistIds.join("\n") !== after.artistIds.join("\n"));
  if (recredited.length === 0) return;
  await tx.delete(trackArtists).where(inArray(trackArtists.trackKey, idList(recredited.map(({ after }) => after.key))));
  const rows = recredited.flatMap(({ after }) => after.artistIds.map((id, position) => [after.key, id, position]));
  await tx.run(sql`
    INSERT INTO track_artists (track_key, artist_id, position)
    SELECT value ->> 0, value ->> 1, value ->> 2 FROM ${jsonRows(rows)} WHERE true`);
}
