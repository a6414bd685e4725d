import type { Insights } from "@beatpass/shared/contracts";
import type { SubjectKind } from "@beatpass/shared/links";
import { type SQL, sql } from "drizzle-orm";
import { albumArtists, creditsOf } from "../catalog/index.ts";
import type { Asker } from "../communities/index.ts";
import type { Reader } from "../db/client.ts";

/** What insights are about, with the tracks whose plays they sum. */
export type Subject = {
  about: Insights["subject"];
  /** `(1)` or a subquery of track keys. */
  trackKeys: SQL;
  /** Tracks only: engagement needs one track's duration. */
  track?: { key: number; durationMs: number | null };
};

/** The track, album or artist if it is there and this asker may see its insights; else undefined (spec §5). */
export async function findSubject(
  db: Reader,
  asker: Asker,
  kind: SubjectKind,
  id: string,
): Promise<Subject | undefined> {
  // First whose it is: what is there, and somebody else's, takes no longer to refuse than what is not.
  return asker.seesAll || (await isOwn(db, asker, kind, id)) ? FIND[kind](db, id) : undefined;
}

const FIND: Record<SubjectKind, (db: Reader, id: string) => Promise<Subject | undefined>> = {
  track: findTrack,
  album: findAlbum,
  artist: findArtist,
};

async function findTrack(db: Reader, id: string): Promise<Subject | undefined> {
  const [track] = await db.all<{ key: number; title: string; image: string | null; duration_ms: number | null }>(
    sql`SELECT key, title, image, duration_ms FROM tracks WHERE id = ${id} AND removed_at IS NULL`,
  );
  if (!track) return undefined;
  const credits = await creditsOf(db, [track.key]);
  return {
    about: {
      kind: "track",
      id,
      title: track.title,
      artists: credits.get(track.key) ?? [],
      ...(track.image && { image: track.image }),
    },
    trackKeys: sql`(${track.key})`,
    track: { key: track.key, durationMs: track.duration_ms },
  };
}

async function findAlbum(db: Reader, id: string): Promise<Subject | undefined> {
  const [row] = await db.all<{ title: string }>(sql`SELECT title FROM albums WHERE id = ${id}`);
  if (!row) return undefined;
  const by = await albumArtists(db, [id]);
  return {
    about: { kind: "album", id, title: row.title, artists: [...by.values()] },
    trackKeys: sql`(SELECT key FROM tracks WHERE album_id = ${id} AND public AND removed_at IS NULL)`,
  };
}

async function findArtist(db: Reader, id: string): Promise<Subject | undefined> {
  const [artist] = await db.all<{ name: string; image: string | null }>(
    sql`SELECT name, image FROM artists WHERE id = ${id}`,
  );
  if (!artist) return undefined;
  return {
    about: {
      kind: "artist",
      id,
      title: artist.name,
      artists: [{ id, name: artist.name }],
      ...(artist.image && { image: artist.image }),
    },
    trackKeys: sql`(
      SELECT t.key FROM track_artists ta JOIN tracks t ON t.key = ta.track_key
      WHERE ta.artist_id = ${id} AND t.public AND t.removed_at IS NULL)`,
  };
}

/** The owner, and any artist credited on the track, or on one of the album's tracks; an artist is its producer's alone. */
async function isOwn(db: Reader, { producerId }: Asker, kind: SubjectKind, id: string): Promise<boolean> {
  if (producerId === undefined) return false;
  const rows = await db.all(
    sql`SELECT 1 FROM artists WHERE producer_id = ${producerId} AND id IN ${OWNERS[kind](id)} LIMIT 1`,
  );
  return rows.length > 0;
}

/** The artists whose producers may see the insights: public or not, it is theirs. */
const OWNERS: Record<SubjectKind, (id: string) => SQL> = {
  track: (id) => sql`(
    SELECT ta.artist_id FROM tracks t JOIN track_artists ta ON ta.track_key = t.key
    WHERE t.id = ${id} AND t.removed_at IS NULL)`,
  // An album without tracks is one that they were moved or removed from: it is nobody's any more.
  album: (id) => sql`(
    SELECT ta.artist_id FROM tracks t JOIN track_artists ta ON ta.track_key = t.key
    WHERE t.album_id = ${id} AND t.removed_at IS NULL)`,
  artist: (id) => sql`(${id})`,
};
