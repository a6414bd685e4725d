import { FUTURE_TOLERANCE_MS, MAX_PLATFORM_WORD } from "@beatpass/shared/contracts";
import { readCountry, readPlatform } from "@beatpass/shared/platforms";
import { z } from "zod";
import type { PlayFact } from "../activity/index.ts";
import type { ArtistFact, TrackFact } from "../catalog/index.ts";
import { bool, count, decimal, id, instant, link, list, milliseconds, requiredInstant, text } from "./cells.ts";
import type { Columns } from "./read-csv.ts";

/** The columns of the three files (spec §11) and what a row of each becomes. */
export const ARTIST_COLUMNS: Columns = {
  required: ["id", "name"],
  optional: ["producer_id", "vouched", "created_at", "bio", "picture_count", "link_count", "genres"],
};
export const TRACK_COLUMNS: Columns = {
  required: ["id", "title", "artist_ids"],
  optional: [
    "album",
    "duration_ms",
    "bpm",
    "key",
    "scale",
    "tags",
    "genre",
    "description",
    "image",
    "public",
    "licensing",
    "published_at",
    "first_seen",
  ],
};
export const PLAY_COLUMNS: Columns = {
  required: ["id", "track_id", "played_at"],
  optional: ["listened_ms", "device", "platform", "country", "listener_id"],
};

const ArtistRow = z.object({
  id,
  name: z.string().trim().min(1, "is empty").max(300),
  producer_id: text(200),
  vouched: bool,
  created_at: instant,
  bio: text(10_000),
  picture_count: count,
  link_count: count,
});

const TrackRow = z.object({
  id,
  title: z.string().trim().min(1, "is empty").max(2000),
  artist_ids: list.refine((ids) => ids.length > 0, "names no artist"),
  album: text(300),
  duration_ms: milliseconds.transform((value) => value || null),
  bpm: decimal,
  key: text(20),
  scale: text(40),
  tags: z.preprocess((value) => value ?? "", list),
  genre: text(100),
  description: text(10_000),
  image: link,
  public: bool,
  licensing: z.preprocess(
    (value) => value || null,
    z.enum(["non-exclusive", "exclusive-only"], "is neither non-exclusive nor exclusive-only").nullish(),
  ),
  published_at: instant,
  first_seen: instant,
});

const PlayRow = z.object({
  id,
  track_id: id,
  played_at: requiredInstant,
  listened_ms: milliseconds,
  device: text(MAX_PLATFORM_WORD),
  platform: text(MAX_PLATFORM_WORD),
  country: z.preprocess(
    (value) => value || null,
    z
      .string()
      .regex(/^[A-Za-z]{2}$/, "is not an ISO 3166-1 alpha-2 code")
      .nullish(),
  ),
  listener_id: text(200),
});

type Cells = Record<string, string>;
export type Problem = { problem: string };

/**
 * Reads one row of artists.csv. An artist whom it vouches for is claimed where nobody has it; one whose producer_id is
 * empty stays whose it is.
 * @param vouch for everybody in the file
 */
export function artistFact(cells: Cells, vouch: boolean, now: number): ArtistFact | Problem {
  const row = ArtistRow.safeParse(cells);
  if (!row.success) return problem(row.error);
  const { id: artistId, name, producer_id, vouched, created_at, bio, picture_count, link_count } = row.data;
  const future = inFuture({ created_at }, now);
  if (future) return future;
  return {
    artistId,
    at: now,
    name,
    ...(producer_id != null && { producerId: producer_id }),
    ...((vouch || vouched != null) && { vouched: vouch || vouched === true }),
    ...(created_at != null && { createdAt: created_at }),
    ...("bio" in cells && { bio: bio ?? null }),
    ...("picture_count" in cells && { pictureCount: picture_count ?? 0 }),
    ...("link_count" in cells && { linkCount: link_count ?? 0 }),
  };
}

/** Reads one row of tracks.csv: the track as published. */
export function trackFact(cells: Cells, now: number): TrackFact | Problem {
  const row = TrackRow.safeParse(cells);
  if (!row.success) return problem(row.error);
  const { id: trackId, artist_ids, duration_ms, published_at, first_seen, tags, ...rest } = row.data;
  const future = inFuture({ published_at, first_seen }, now);
  if (future) return future;
  const given = Object.fromEntries(
    (["album", "bpm", "key", "scale", "genre", "description", "image", "licensing"] as const)
      .filter((name) => name in cells)
      .map((name) => [name, rest[name] ?? null]),
  );
  return {
    trackId,
    at: Math.min(published_at ?? first_seen ?? now, now),
    kind: "published",
    fields: {
      title: rest.title,
      artistIds: artist_ids,
      ...given,
      ...("duration_ms" in cells && { durationMs: duration_ms ?? null }),
      ...("tags" in cells && { tags: tags.length > 0 ? tags : null }),
      ...(rest.public != null && { public: rest.public }),
    },
  };
}

/** What has not happened yet can be told once it has. */
function inFuture(instants: Record<string, number | null | undefined>, now: number): Problem | undefined {
  const found = Object.entries(instants).find(([, at]) => at != null && at > now + FUTURE_TOLERANCE_MS);
  return found && { problem: `${found[0]} lies in the future: ${new Date(found[1]!).toISOString()}` };
}

/** Whether a row of tracks.csv says itself when the track was published. */
export const isDated = (cells: Cells): boolean => !!(cells.published_at?.trim() || cells.first_seen?.trim());

/** Reads one row of plays.csv. */
export function playOfRow(cells: Cells): PlayFact | Problem {
  const row = PlayRow.safeParse(cells);
  if (!row.success) return problem(row.error);
  const play = row.data;
  const { platform, device } = readPlatform(play.platform, play.device);
  return {
    source: "csv",
    eventId: play.id,
    trackId: play.track_id,
    at: play.played_at,
    listenedMs: play.listened_ms ?? null,
    listenerId: play.listener_id ?? null,
    device: device ?? null,
    platform: platform ?? null,
    country: readCountry(play.country) ?? null,
    bot: false,
  };
}

const problem = (error: z.ZodError): Problem => ({
  problem: error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("; "),
});
