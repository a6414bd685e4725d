import type { TrackList } from "@beatpass/shared/contracts";
import { METADATA_FIELDS, missingMetadata } from "@beatpass/shared/metrics";
import { compareIds } from "@beatpass/shared/rules";
import { eq, inArray } from "drizzle-orm";
import { creditsOf } from "../catalog/index.ts";
import type { ReadContext } from "../context.ts";
import { albums, tracks } from "../db/schema/index.ts";
import { ownTrackKeys } from "./producer-plays.ts";
import { noPlays, readRecentPlays, recentFigures } from "./recent-plays.ts";

/** The producer's catalog, most played first: plays with their trend, metadata with what is missing (spec §7). */
export async function listTracks({ db, clock }: ReadContext, producerId: string): Promise<TrackList> {
  const now = clock.now();
  const keys = ownTrackKeys(producerId);
  const [rows, recent] = await Promise.all([
    db
      .select({ track: tracks, album: albums.title })
      .from(tracks)
      .leftJoin(albums, eq(albums.id, tracks.albumId))
      .where(inArray(tracks.key, keys)),
    readRecentPlays(db, keys, now),
  ]);
  rows.sort(({ track: a }, { track: b }) => b.plays - a.plays || compareIds(a.id, b.id));
  const credits = await creditsOf(
    db,
    rows.map(({ track }) => track.key),
  );
  return {
    tracks: rows.map(({ track, album }) => {
      const missing = missingMetadata({ ...track, key: track.musicalKey });
      return {
        id: track.id,
        title: track.title,
        artists: credits.get(track.key) ?? [],
        ...(album !== null && track.albumId !== null && { album, albumId: track.albumId }),
        ...(track.image && { image: track.image }),
        publishedAt: new Date(track.publishedAt).toISOString(),
        plays: track.plays,
        ...recentFigures(recent.get(track.key) ?? noPlays()),
        metadataFilled: METADATA_FIELDS.length - missing.length,
        missingMetadata: missing,
      };
    }),
    total: rows.length,
    asOf: new Date(now).toISOString(),
  };
}
