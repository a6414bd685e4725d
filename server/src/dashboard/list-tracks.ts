import type { TrackList } from "@beatpass/shared/contracts";
import { dayOf, growthRate, METADATA_FIELDS, missingMetadata } from "@beatpass/shared/metrics";
import { desc, eq, inArray, sql } from "drizzle-orm";
import { creditsOf } from "../catalog/index.ts";
import type { ReadContext } from "../context.ts";
import { albums, tracks } from "../db/schema/index.ts";
import { ownTrackKeys } from "./producer-plays.ts";

/** The producer's catalog, most played first, with each track's last 30 days against the 30 before (spec §7). */
export async function listTracks({ db, clock }: ReadContext, producerId: string): Promise<TrackList> {
  const today = dayOf(clock.now());
  const keys = ownTrackKeys(producerId);
  const [rows, recent] = await Promise.all([
    db
      .select({ track: tracks, album: albums.title })
      .from(tracks)
      .leftJoin(albums, eq(albums.id, tracks.albumId))
      .where(inArray(tracks.key, keys))
      .orderBy(desc(tracks.plays), desc(tracks.publishedAt), tracks.title),
    db.all<{ track_key: number; now: number; before: number }>(sql`
      SELECT track_key, coalesce(sum(plays) FILTER (WHERE day > ${today - 30}), 0) AS now,
        coalesce(sum(plays) FILTER (WHERE day <= ${today - 30}), 0) AS before
      FROM track_days WHERE track_key IN ${keys} AND day BETWEEN ${today - 59} AND ${today} GROUP BY track_key`),
  ]);
  const credits = await creditsOf(
    db,
    rows.map(({ track }) => track.key),
  );
  const windows = new Map(recent.map((row) => [row.track_key, row]));
  return {
    tracks: rows.map(({ track, album }) => {
      const window = windows.get(track.key);
      const growth = growthRate(window?.now ?? 0, window?.before ?? 0);
      const missing = missingMetadata({ ...track, key: track.musicalKey });
      return {
        id: track.id,
        title: track.title,
        artists: credits.get(track.key) ?? [],
        ...(album !== null && { album }),
        publishedAt: new Date(track.publishedAt).toISOString(),
        plays: track.plays,
        plays30d: window?.now ?? 0,
        ...(growth !== undefined && { growthRate: growth }),
        metadataFilled: METADATA_FIELDS.length - missing.length,
        missingMetadata: missing,
      };
    }),
    total: rows.length,
    asOf: new Date(clock.now()).toISOString(),
  };
}
