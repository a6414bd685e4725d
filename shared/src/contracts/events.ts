import { z } from "zod";
import { MS_PER_DAY } from "../metrics/days.ts";
import { DEVICES, PLATFORM_WORDS } from "../platforms.ts";
import { Count, Id, Instant, isCleanText, UNCLEAN } from "./common.ts";

/** Activity events: CloudEvents 1.0, idempotent by (source, id). Absent = unchanged, null = cleared. */
const text = (max: number) => z.string().max(max).refine(isCleanText, UNCLEAN);
/** A name that can be read. */
const name = (max: number) => text(max).regex(/\S/, "is blank");
const link = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .refine(isCleanText, UNCLEAN);

export const ArtistUpdated = z.object({
  artistId: Id,
  name: name(300),
  producerId: Id.nullish(),
  pictures: z.array(link).max(50).nullish(),
  bio: text(10_000).nullish(),
  links: z.array(link).max(50).nullish(),
  createdAt: Instant.optional(),
  vouched: z.boolean().optional(),
});

const trackFields = {
  album: z.union([name(300), z.object({ id: Id, title: name(300) })]).nullish(),
  durationMs: z.number().int().positive().max(MS_PER_DAY).nullish(),
  bpm: z.number().positive().max(1000).nullish(),
  key: text(20).nullish(),
  scale: text(40).nullish(),
  tags: z.array(text(100).min(1)).max(100).nullish(),
  genre: text(100).nullish(),
  description: text(10_000).nullish(),
  image: link.nullish(),
  public: z.boolean().optional(),
  licensing: z.enum(["non-exclusive", "exclusive-only"]).nullish(),
};

export const TrackPublished = z.object({
  trackId: Id,
  title: name(2000),
  artistIds: z.array(Id).min(1).max(50),
  ...trackFields,
});
export const TrackUpdated = z.object({
  trackId: Id,
  title: name(2000).optional(),
  artistIds: z.array(Id).min(1).max(50).optional(),
  ...trackFields,
});
export const TrackRemoved = z.object({ trackId: Id });

/** A source may name the model, too; words that are not known are another platform or device (spec §11). */
export const MAX_PLATFORM_WORD = 200;

export const Play = z.object({
  trackId: Id,
  listenedMs: z.number().int().nonnegative().max(MS_PER_DAY).nullish(),
  listenerId: Id.nullish(),
  device: text(MAX_PLATFORM_WORD)
    .nullish()
    .meta({
      description: `${DEVICES.join(", ")}, case aside; any other word, or none, is the device that the platform implies, a word without any platform tv-other`,
    }),
  platform: text(MAX_PLATFORM_WORD)
    .nullish()
    .meta({ description: `${PLATFORM_WORDS.join(", ")}, case aside; any other word is other, and none unknown` }),
  country: z
    .string()
    .regex(/^[A-Za-z]{2}$/, "an ISO 3166-1 alpha-2 code")
    .nullish()
    .meta({ description: "ISO 3166-1 alpha-2, case aside; UK is read as GB, ZZ and XX as unknown" }),
  userAgent: text(1000).nullish(),
});
export const Download = z.object({ trackId: Id, userId: Id, licenseId: Id.nullish() });
export const Follow = z.object({ artistId: Id, userId: Id });

/** The data each event type carries. */
export const EVENT_DATA = {
  "ca.beatpass.artist.updated": ArtistUpdated,
  "ca.beatpass.track.published": TrackPublished,
  "ca.beatpass.track.updated": TrackUpdated,
  "ca.beatpass.track.removed": TrackRemoved,
  "ca.beatpass.play": Play,
  "ca.beatpass.download": Download,
  "ca.beatpass.follow": Follow,
  "ca.beatpass.unfollow": Follow,
} as const;
export type EventType = keyof typeof EVENT_DATA;
export const EVENT_TYPES = Object.keys(EVENT_DATA) as [EventType, ...EventType[]];

/** The envelope; `data` is checked against {@link EVENT_DATA} event by event, so that one bad event stops no other. */
export const EventEnvelope = z.object({
  specversion: z.literal("1.0"),
  id: Id,
  source: Id,
  type: z.enum(EVENT_TYPES),
  time: z.iso.datetime({ offset: true }),
  datacontenttype: z.string().optional(),
  subject: z.string().optional(),
  data: z.unknown(),
});

export const REJECTION_CODES = [
  "invalid",
  "unknown_track",
  "unknown_artist",
  "in_future",
  "source_not_allowed",
] as const;
export type RejectionCode = (typeof REJECTION_CODES)[number];

export const EventsAnswer = z.object({
  accepted: Count,
  duplicates: Count,
  rejected: z.array(z.object({ index: Count, code: z.enum(REJECTION_CODES), message: z.string() })),
  progress: z
    .array(z.object({ producerId: Id, xp: Count, level: Count, leveledUp: z.boolean() }))
    .meta({ description: "Every producer whose XP this request changed" }),
});
export type EventsAnswer = z.infer<typeof EventsAnswer>;

export const MAX_EVENTS_PER_REQUEST = 10_000;
export const MAX_BODY_BYTES = 16 * 1024 * 1024;
/** A play may be this far ahead of the product clock before it counts as in the future. */
export const FUTURE_TOLERANCE_MS = 5 * 60_000;
