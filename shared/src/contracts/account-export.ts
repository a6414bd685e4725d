import { z } from "zod";
import { XP_SOURCES } from "../rules/index.ts";
import { Account, OwnKey, PairedBrowser } from "./account.ts";
import { AnnouncementView, CHAT_PLATFORMS } from "./announcements.ts";
import { BeatPassConnection } from "./beatpass-source.ts";
import { Claim } from "./claims.ts";
import { Count, Id, Instant, NamedRef } from "./common.ts";
import { Identities } from "./identities.ts";
import { Privacy } from "./privacy.ts";

/**
 * What this server keeps about a person, for the person; no secrets, and nobody else's figures. Plays per day, and what
 * the person listened to, may be many and are files of their own.
 */
export const AccountExport = z.object({
  exportedAt: Instant,
  account: Account.omit({ artists: true, demo: true }).extend({ createdAt: Instant, lastVisitAt: Instant.optional() }),
  artists: z.array(
    z.object({
      id: Id,
      name: z.string(),
      image: z.string().optional(),
      bio: z.string().optional(),
      pictures: Count,
      links: Count,
      vouched: z.boolean(),
      createdAt: Instant.optional(),
    }),
  ),
  tracks: z.array(
    z.object({
      id: Id,
      title: z.string(),
      artists: z.array(NamedRef),
      album: z.string().optional(),
      durationMs: Count.optional(),
      bpm: z.number().optional(),
      key: z.string().optional(),
      scale: z.string().optional(),
      tags: z.array(z.string()),
      genre: z.string().optional(),
      description: z.string().optional(),
      image: z.string().optional(),
      public: z.boolean(),
      licensing: z.string().optional(),
      publishedAt: Instant,
      plays: Count,
    }),
  ),
  xp: z.object({
    total: Count,
    level: Count,
    bySource: z.array(z.object({ source: z.enum(XP_SOURCES), xp: Count, count: Count })),
    entries: z
      .array(z.object({ reason: z.enum(XP_SOURCES), subject: z.string(), xp: Count, at: Instant }))
      .meta({ description: "What was paid for anything but plays; an achievement's subject is its slug" }),
  }),
  achievements: z.array(z.object({ slug: z.string(), name: z.string(), xp: Count, unlockedAt: Instant })),
  announcements: z.array(z.object({ id: Id, view: AnnouncementView })),
  transactions: z.array(
    z.object({
      id: Id,
      kind: z.string(),
      detail: z.string().optional(),
      amount: z.number().int(),
      currency: z.string(),
      trackId: Id.optional(),
      at: Instant,
    }),
  ),
  stripeAccounts: z
    .array(
      z.object({
        id: Id.meta({ description: "Stripe's own" }),
        livemode: z.boolean(),
        detailsSubmitted: z.boolean(),
        chargesEnabled: z.boolean(),
        payoutsEnabled: z.boolean(),
        requirementsDue: Count,
        asOf: Instant.optional().meta({ description: "Absent: Stripe has not been asked yet" }),
      }),
    )
    .meta({ description: "As Stripe last described them" }),
  beatpass: BeatPassConnection.optional().meta({ description: "Without its token; absent: not connected" }),
  downloads: z
    .array(
      z.object({
        trackId: Id,
        title: z.string().optional().meta({ description: "Absent unless the track is public" }),
        at: Instant,
      }),
    )
    .meta({ description: "What the person downloaded, anybody's" }),
  follows: z
    .array(z.object({ artistId: Id, name: z.string(), following: z.boolean(), at: Instant }))
    .meta({ description: "Whom the person follows, or followed once" }),
  communities: z.array(z.object({ platform: z.enum(CHAT_PLATFORMS), name: z.string(), linkedAt: Instant })),
  privacy: Privacy.optional().meta({ description: "Absent without an artist profile" }),
  identities: Identities.shape.identities,
  claims: z.array(Claim),
  sessions: z
    .array(z.object({ signedInAt: Instant, lastSeenAt: Instant, expiresAt: Instant, userAgent: z.string().optional() }))
    .meta({ description: "On the dashboard, without their tokens; paired browsers are apart" }),
  browsers: z.array(PairedBrowser.omit({ current: true })),
  keys: z.array(OwnKey),
});
export type AccountExport = z.infer<typeof AccountExport>;

/** Typed by the person, so that nobody deletes an account by a slip. */
export const AccountDeletion = z.object({ email: z.string().max(200) });
