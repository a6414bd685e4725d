import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import {
  type CompletionBand,
  type CompletionBreakdown,
  completion,
  completionBand,
  dayOf,
  filledFields,
  qualityScore,
  type TrackMetadata,
} from "@beatpass/shared/metrics";
import { readPlatform } from "@beatpass/shared/platforms";
import { type Catalog, playXp, RULEBOOKS, trackAwards, trackGenre, type XpSource } from "@beatpass/shared/rules";
import { parse } from "csv-parse/sync";

/** A real listening history and what it must come to; it lies beside the project where it was handed out. */
const DATA = new URL("../../../shared/data/", import.meta.url);
export const hasListeningHistory =
  existsSync(new URL("plays/plays.csv.gz", DATA)) && existsSync(new URL("expected/", DATA));

export type Row = Record<string, string>;

/** Where a file under the data folder lies. */
export const dataPath = (path: string): string => fileURLToPath(new URL(path, DATA));

/** Rows of a file under the data folder. */
export function readRows(path: string): Row[] {
  const bytes = readFileSync(new URL(path, DATA));
  return parse(path.endsWith(".gz") ? gunzipSync(bytes) : bytes, { columns: true, bom: true }) as Row[];
}

export type HistoryPlay = { at: number; listenedMs: number; platform?: string; device?: string };

export type HistoryTrack = {
  id: string;
  artistIds: string[];
  durationMs: number | null;
  metadata: TrackMetadata;
  genre: string | null;
  publishedAt: number;
  plays: HistoryPlay[];
};

export type ListeningHistory = { tracks: HistoryTrack[]; artistIds: string[] };

export function readListeningHistory(): ListeningHistory {
  const tracks = new Map(readRows("plays/tracks.csv").map((row) => [row.id!, readTrack(row)]));
  for (const row of readRows("plays/plays.csv.gz")) {
    tracks.get(row.track_id!)!.plays.push({
      at: Date.parse(row.played_at!),
      listenedMs: Number(row.listened_ms),
      ...readPlatform(row.platform),
    });
  }
  return { tracks: [...tracks.values()], artistIds: readRows("plays/artists.csv").map(({ id }) => id!) };
}

function readTrack(row: Row): HistoryTrack {
  const tags = row.tags ? row.tags.split("|") : [];
  return {
    id: row.id!,
    artistIds: row.artist_ids!.split("|"),
    durationMs: row.duration_ms ? Number(row.duration_ms) : null,
    metadata: {
      bpm: row.bpm ? Number(row.bpm) : null,
      key: row.key,
      scale: row.scale,
      tags,
      description: row.description,
      image: row.image,
    },
    genre: trackGenre(row.genre, tags) ?? null,
    publishedAt: Date.parse(row.first_seen!),
    plays: [],
  };
}

export type PlaySums = {
  plays: number;
  engaged: number;
  listenedMs: number;
  /** Listened time, never more than the track's duration of each play. */
  cappedMs: number;
  breakdown: CompletionBreakdown;
};

/** Sums over plays of one track, optionally of some UTC days alone. */
export function sumPlays({ plays, durationMs }: HistoryTrack, within = (_day: number) => true): PlaySums {
  const breakdown: Record<CompletionBand, number> = { completed: 0, mostly: 0, half: 0, partial: 0, skipped: 0 };
  const sums = { plays: 0, engaged: 0, listenedMs: 0, cappedMs: 0, breakdown };
  for (const { at, listenedMs } of plays) {
    if (!within(dayOf(at))) continue;
    sums.plays++;
    if (durationMs === null || completion(listenedMs, durationMs) === undefined) continue;
    sums.engaged++;
    sums.listenedMs += listenedMs;
    sums.cappedMs += Math.min(listenedMs, durationMs);
    breakdown[completionBand(listenedMs, durationMs)]++;
  }
  return sums;
}

/** XP by source before achievements, per artist, each being claimed by a producer of its own. */
export function xpBySource({ tracks, artistIds }: ListeningHistory): Map<string, Record<XpSource, number>> {
  const none = () => ({ upload: 0, play: 0, metadata: 0, collaboration: 0, achievement: 0 });
  const xp = new Map(artistIds.map((id) => [id, none()]));
  for (const track of tracks) {
    for (const id of track.artistIds) {
      const own = xp.get(id)!;
      own.play += playXp(RULEBOOKS.classic, track.plays.length);
      for (const award of trackAwards(RULEBOOKS.classic, track.metadata, track.artistIds.length)) {
        own[award.source] += award.xp;
      }
    }
  }
  return xp;
}

/** The history as a catalog in which every artist is vouched for. */
export function vouchedCatalog(history: ListeningHistory): Catalog {
  const firstPublished = new Map<string, number>();
  for (const { artistIds, publishedAt } of history.tracks) {
    for (const id of artistIds) {
      firstPublished.set(id, Math.min(firstPublished.get(id) ?? Number.POSITIVE_INFINITY, publishedAt));
    }
  }
  const xp = xpBySource(history);
  return {
    tracks: history.tracks.map((track) => ({
      id: track.id,
      artistIds: track.artistIds,
      publishedAt: track.publishedAt,
      exclusiveOnly: false,
      genre: track.genre,
      filledFields: filledFields(track.metadata),
      plays: track.plays.length,
      downloads: 0,
      qualityScore: qualityScore(sumPlays(track).breakdown) ?? null,
    })),
    artists: history.artistIds.map((id) => ({ id, producerId: id, createdAt: null })),
    producers: history.artistIds.map((id) => ({
      id,
      createdAt: firstPublished.get(id)!,
      unlisted: false,
      timeZone: null,
      profile: { pictures: 0, hasBio: false, links: 0 },
      xp: Object.values(xp.get(id)!).reduce((sum, part) => sum + part, 0),
      unlocked: [],
    })),
    sales: [],
  };
}

/** Counted plays by track within [start, end). */
export function playsWithin({ tracks }: ListeningHistory, start: number, end: number): Map<string, number> {
  const counts = tracks.map(({ id, plays }) => [id, plays.filter(({ at }) => at >= start && at < end).length] as const);
  return new Map(counts.filter(([, plays]) => plays > 0));
}
