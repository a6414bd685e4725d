import { z } from "zod";
import { CATEGORIES, RARITIES } from "../rules/index.ts";
import { Count, Id, Instant, NamedRef, Ratio } from "./common.ts";

/**
 * Announcements: facts, not messages. An announcement becomes a neutral view, which a pure renderer per
 * platform turns into a message (shared/messages). Kinds are closed; a renderer covers all of them.
 */
const base = {
  producer: NamedRef,
  occurredAt: Instant,
  basis: z.enum(["computed", "reported"]),
  demo: z.boolean().meta({ description: "Made-up people: marked as such and never sent to a real channel" }),
  url: z.url().optional().meta({ description: "The way on; absent while PUBLIC_URL is loopback" }),
};

/** What made the XP cross the line; "total" where no single cause is known. */
export const XpCause = z.discriminatedUnion("reason", [
  z.object({ reason: z.literal("upload"), track: NamedRef }),
  z.object({ reason: z.literal("play"), track: NamedRef }),
  z.object({ reason: z.literal("metadata"), track: NamedRef }),
  z.object({ reason: z.literal("collaboration"), track: NamedRef, others: z.array(z.string()) }),
  z.object({ reason: z.literal("achievement"), achievement: z.object({ slug: z.string(), name: z.string() }) }),
  z.object({ reason: z.literal("total"), xp: Count }),
]);
export type XpCause = z.infer<typeof XpCause>;

export const LevelUpView = z.object({
  kind: z.literal("level-up"),
  ...base,
  fromLevel: Count,
  level: Count,
  title: z.string(),
  newTitle: z.boolean(),
  cause: XpCause,
});

export const AchievementUnlockView = z.object({
  kind: z.literal("achievement-unlock"),
  ...base,
  achievements: z
    .array(
      z.object({ slug: z.string(), name: z.string(), rarity: z.enum(RARITIES), description: z.string(), xp: Count }),
    )
    .min(1)
    .meta({ description: "Rarest first; several where one cause unlocked them together" }),
  holdersShare: Ratio.optional().meta({ description: "Of a single unlock; absent under 20 producers" }),
  nowLevel: Count.optional().meta({ description: "Where the unlock raised the level too" }),
});

export const NewNumberOneView = z.object({
  kind: z.literal("new-number-one"),
  ...base,
  category: z.enum(CATEGORIES),
  period: z.string(),
  lead: z.number().optional().meta({ description: "In the board's unit; absent for earnings" }),
  shared: z.boolean(),
  back: z.boolean().meta({ description: "Was first within the last 30 days" }),
  total: Count,
});

export const AnnouncementView = z.discriminatedUnion("kind", [LevelUpView, AchievementUnlockView, NewNumberOneView]);
export type AnnouncementView = z.infer<typeof AnnouncementView>;
export type AnnouncementKind = AnnouncementView["kind"];
export const ANNOUNCEMENT_KINDS = [
  "level-up",
  "achievement-unlock",
  "new-number-one",
] as const satisfies readonly AnnouncementKind[];

export const CHAT_PLATFORMS = ["discord", "slack"] as const;
export type ChatPlatform = (typeof CHAT_PLATFORMS)[number];
export const LOCALES = ["en", "fr"] as const;
export type Locale = (typeof LOCALES)[number];

/** A delivery as a bot leases it. Its id is at most 25 characters: Discord's nonce. */
export const LeasedDelivery = z.object({
  id: z.string().min(1).max(25),
  lease: z.string().meta({ description: "To be named with the outcome; a lost lease's outcome is refused" }),
  leasedUntil: Instant,
  platform: z.enum(CHAT_PLATFORMS),
  guildId: Id,
  channelId: Id,
  locale: z.enum(LOCALES),
  attempt: Count.meta({ description: "1 for the first" }),
  inDoubtSince: Instant.optional().meta({
    description: "An earlier attempt may have been sent then and its outcome is not known: look before sending",
  }),
  view: AnnouncementView,
});
export type LeasedDelivery = z.infer<typeof LeasedDelivery>;

export const LeaseRequest = z.object({
  platform: z.enum(CHAT_PLATFORMS),
  worker: z.string().min(1).max(100),
  limit: z.number().int().min(1).max(100).default(10),
});
export const LeaseAnswer = z.object({ deliveries: z.array(LeasedDelivery) });

export const DELIVERY_OUTCOMES = [
  "delivered",
  "destination-gone",
  "credentials-dead",
  "rejected",
  "retry-later",
  "unknown",
] as const;
/**
 * delivered: the platform has it. destination-gone: channel or permission missing. credentials-dead: token refused.
 * rejected: the platform will never take this message. retry-later: certainly not sent, try again.
 * unknown: it may have been sent and nobody can tell; it is never sent again.
 */
export const DeliveryOutcome = z.object({
  lease: z.string(),
  outcome: z.enum(DELIVERY_OUTCOMES),
  messageId: z.string().max(100).optional(),
  retryAfterMs: z.number().int().nonnegative().optional(),
  detail: z.string().max(1000).optional(),
});
export type DeliveryOutcome = z.infer<typeof DeliveryOutcome>;
export type DeliveryOutcomeKind = (typeof DELIVERY_OUTCOMES)[number];
