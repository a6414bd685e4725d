import type { AlbumList, AlbumRow } from "@beatpass/shared/contracts";
import { compareIds } from "@beatpass/shared/rules";
import { sql } from "drizzle-orm";
import { albumArtists } from "../catalog/index.ts";
import type { ReadContext } from "../context.ts";
import { readCounts } from "./overview.ts";
import { ownTrackKeys } from "./producer-plays.ts";
import { noPlays, readRecentPlays, recentFigures, sumRecentPlays } from "./recent-plays.ts";

type Row = {
  key: number;
  plays: number;
  published_at: number;
  image: string | null;
  album_id: string;
  title: string;
};

/** Albums with a public track of the producer's, most played first; figures over those tracks alone (spec §7, §12.2). */
export async function listAlbums({ db, clock }: ReadContext, producerId: string): Promise<AlbumList> {
  const now = clock.now();
  const keys = ownTrackKeys(producerId);
  const [rows, recent] = await Promise.all([
    db.all<Row>(sql`
      SELECT t.key, t.plays, t.published_at, t.image, al.id AS album_id, al.title
      FROM tracks t JOIN albums al ON al.id = t.album_id
      WHERE t.key IN ${keys} ORDER BY t.plays DESC, t.key`),
    readRecentPlays(db, keys, now),
  ]);
  const by = await albumArtists(db, new Set(rows.map(({ album_id }) => album_id)));
  const albums = [...Map.groupBy(rows, ({ album_id }) => album_id)].map(([id, tracks]): AlbumRow => {
    const { title } = tracks[0]!;
    const image = tracks.find((track) => track.image)?.image;
    const published = tracks.map(({ published_at }) => published_at);
    return {
      id,
      title,
      artists: [by.get(id)!],
      ...(image && { image }),
      tracks: tracks.length,
      firstPublishedAt: new Date(Math.min(...published)).toISOString(),
      lastPublishedAt: new Date(Math.max(...published)).toISOString(),
      plays: tracks.reduce((sum, { plays }) => sum + plays, 0),
      ...recentFigures(sumRecentPlays(tracks.map(({ key }) => recent.get(key) ?? noPlays()))),
    };
  });
  albums.sort((a, b) => b.plays - a.plays || compareIds(a.id, b.id));
  const isTold = albums.length > 0 || (await readCounts(db, producerId)).albums !== undefined;
  return { albums, ...(isTold && { total: albums.length }), asOf: new Date(now).toISOString() };
}
