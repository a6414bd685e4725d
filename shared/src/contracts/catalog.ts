import { z } from "zod";
import { GROWTH_STATUSES, METADATA_FIELDS } from "../metrics/index.ts";
import { Count, Id, Instant, NamedRef, Ratio } from "./common.ts";

/** How the plays of the last 30 UTC days stand to those of the 30 before (spec §5, §7); absent without a play before. */
const RecentPlays = {
  plays: Count.meta({ description: "Counted plays of all time" }),
  plays30d: Count,
  previousPlays30d: Count.optional().meta({ description: "Plays of the 30 UTC days before the last 30, where known" }),
  growthRate: Ratio.optional(),
  growthStatus: z.enum(GROWTH_STATUSES).optional(),
  series30d: z.array(Count).meta({ description: "Plays of each of the last 30 UTC days, today last" }),
};

/** A public track that credits one of the producer's artist profiles (spec §7, §12.2). */
export const TrackRow = z.object({
  id: Id,
  title: z.string(),
  artists: z.array(NamedRef),
  album: z.string().optional(),
  albumId: Id.optional(),
  image: z.string().optional(),
  publishedAt: Instant.optional(),
  ...RecentPlays,
  metadataFilled: Count.meta({ description: "How many of the six metadata fields are filled" }),
  missingMetadata: z.array(z.enum(METADATA_FIELDS)),
});
export type TrackRow = z.infer<typeof TrackRow>;

export const TrackList = z.object({ tracks: z.array(TrackRow), total: Count, asOf: Instant });
export type TrackList = z.infer<typeof TrackList>;

/** An album with at least one of the producer's public tracks; its figures are over those tracks alone. */
export const AlbumRow = z.object({
  id: Id,
  title: z.string(),
  artists: z.array(NamedRef),
  image: z.string().optional().meta({ description: "The cover of its most played track that has one" }),
  tracks: Count,
  firstPublishedAt: Instant,
  lastPublishedAt: Instant,
  ...RecentPlays,
});
export type AlbumRow = z.infer<typeof AlbumRow>;

export const AlbumList = z.object({
  albums: z.array(AlbumRow),
  total: Count.optional().meta({ description: "Absent where no source tells of any" }),
  asOf: Instant,
});
export type AlbumList = z.infer<typeof AlbumList>;
