import { inArray, sql } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import { idList, jsonRows } from "../db/json-rows.ts";
import { trackArtists, tracks } from "../db/schema/index.ts";
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
  const named = new Map<string, Album>();
  for (const fact of facts) {
    const state = after.get(fact.trackId) ?? unknownTrack(fact, demo, keys.get(fact.trackId));
    const { track, album } = merge(state, fact);
    after.set(fact.trackId, track);
    if (album) named.set(album.id, album);
  }
  await saveAlbums(tx, [...named.values()]);
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
  plays: 0,
  openingPlays: 0,
  openingAt: null,
  demo,
});

type Album = { id: string; artistId: string; title: string };

/** The track as a fact leaves it, and the album that the fact puts it on, if any. */
function merge(state: TrackState, fact: TrackFact): { track: TrackState; album: Album | undefined } {
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
  const on = newAlbum == null || primary === undefined ? undefined : albumOf(newAlbum, primary);
  if (newAlbum !== undefined) track.albumId = on?.id ?? null;
  // Published twice: the earlier time is when it came out.
  if (fact.kind === "published") track.publishedAt = Math.min(state.publishedAt, fact.at);
  return { track, album: on };
}

/** Removed at the fact's time; published again later, it is back. */
function removal(fact: TrackFact): number | null | undefined {
  if (fact.kind === "removed") return fact.at;
  return fact.kind === "published" ? null : undefined;
}

/** An album is (primary artist, album title), unless BeatPass gives it an id (spec §11, contract). */
function albumOf(album: string | { id: string; title: string }, artistId: string): Album {
  if (typeof album === "object") return { ...album, artistId };
  return { id: derivedId("alb", artistId, album), artistId, title: album };
}

async function saveAlbums(tx: Tx, albums: readonly Album[]): Promise<void> {
  await tx.run(sql`
    INSERT INTO albums (id, artist_id, title)
    SELECT value ->> 0, value ->> 1, value ->> 2 FROM ${jsonRows(albums.map(({ id, artistId, title }) => [id, artistId, title]))}
    WHERE true ON CONFLICT (id) DO UPDATE SET title = excluded.title, artist_id = excluded.artist_id`);
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
