import { isCleanText } from "@beatpass/shared/contracts";
import { MS_PER_DAY } from "@beatpass/shared/metrics";
import { z } from "zod";
import { readFields } from "./read-fields.ts";

/** The documented answers of the BeatPass API (spec §9), read without trust. */
const clean = (text: string): string => text.toWellFormed().replaceAll("\u0000", "");
const text = (max: number) => z.string().transform((value) => clean(value).slice(0, max));
const filled = (max: number) => text(max).pipe(z.string().trim().min(1));
const number = z.union([z.number(), z.string().trim().min(1).transform(Number)]).pipe(z.number());
const count = number.pipe(z.number().int().nonnegative());
const id = z
  .union([z.number().int().nonnegative().transform(String), z.string()])
  .pipe(z.string().min(1).max(200).refine(isCleanText));
const link = z.url({ protocol: /^https?$/ }).max(2000);

/** UTC where a time names no zone. */
const instant = z
  .string()
  .transform((value) => {
    const given = value.trim().replace(" ", "T");
    return Date.parse(/(Z|[+-]\d\d:?\d\d)$/i.test(given) || given.length === 10 ? given : `${given}Z`);
  })
  .pipe(z.number().int());

/** Strings, or things with a name. */
const tags = z
  .array(z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]))
  .transform((list) => [...new Set(list.map((tag) => clean(tag).trim().slice(0, 100)).filter((tag) => tag !== ""))])
  .pipe(z.array(z.string()).max(100));

/** A list of links, or one by network. */
const socialLinks = z
  .union([z.array(z.unknown()), z.record(z.string(), z.unknown())])
  .transform((links) => Object.values(links).filter((value) => value !== null && value !== "").length);

const PROFILE = {
  id,
  name: filled(300),
  upload_access: z.boolean(),
  total_tracks: count,
  total_plays: count,
  member_since: instant,
  // Null is an answer here: there is none. Absent or unreadable says nothing.
  bio: text(10_000).nullable(),
  website: z.string().nullable(),
  social_links: socialLinks.nullable(),
};

const TRACK = {
  id,
  name: filled(2000),
  image: link,
  duration: number.pipe(z.number().nonnegative().max(MS_PER_DAY)),
  description: text(10_000),
  bpm: number.pipe(z.number().nonnegative().max(1000)),
  key: text(20),
  scale: text(40),
  tags,
  plays: count,
  licensing_type: z.string(),
  exclusive_status: z.union([z.string(), z.boolean(), z.number()]),
  created_at: instant,
  artists: z.array(z.looseObject({ id, name: filled(300) })).max(50),
  likes_count: z.unknown(),
  reposts_count: z.unknown(),
  price: z.unknown(),
  currency: z.unknown(),
};

export type ArtistProfile = {
  id: string;
  name: string;
  uploadAccess: boolean;
  totalTracks: number | undefined;
  memberSince: number | undefined;
  /** Null: empty; undefined: not told. */
  bio: string | null | undefined;
  /** How many were told, and whether the website and the others both were: else there may be more. */
  links: number;
  linksAreAll: boolean;
};

/** Undefined for what is no profile. */
export function readProfile(data: unknown): { profile: ArtistProfile; odd: string[] } | undefined {
  const { fields, odd } = readFields(PROFILE, data);
  if (fields.id === undefined || fields.name === undefined) return undefined;
  return {
    profile: {
      id: fields.id,
      name: fields.name,
      uploadAccess: fields.upload_access ?? true,
      totalTracks: fields.total_tracks,
      memberSince: fields.member_since,
      bio: fields.bio === undefined || fields.bio?.trim() ? fields.bio : null,
      links: (fields.website?.trim() ? 1 : 0) + (fields.social_links ?? 0),
      linksAreAll: fields.website !== undefined && fields.social_links !== undefined,
    },
    odd,
  };
}

export type ReadTrack = ReturnType<typeof readFields<typeof TRACK>>["fields"] & { id: string; name: string };

/** Undefined for what is no track. */
export function readTrack(data: unknown): { track: ReadTrack; odd: string[] } | undefined {
  const { fields, odd } = readFields(TRACK, data);
  return fields.id === undefined || fields.name === undefined
    ? undefined
    : { track: { ...fields, id: fields.id, name: fields.name }, odd };
}

/** A page of a list; `last_page` and `total` are there in full pagination alone. */
export const Page = z.object({
  pagination: z.object({
    data: z.array(z.unknown()),
    per_page: number.optional().catch(undefined),
    last_page: count.nullish().catch(undefined),
    total: count.nullish().catch(undefined),
  }),
});
