import { z } from "zod";
import { CATEGORIES, RARITIES, TIERS } from "../rules/index.ts";
import { Count, Id, Instant, IsoDate, NamedRef, Ratio } from "./common.ts";
import { CommunityDigestView, OwnDigestView } from "./digests.ts";
import { TokenSoonView } from "./reminders.ts";

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
  nowTitle: z.string().optional().meta({ description: "Where that level brought a new title" }),
  firstHere: z.literal(true).optional().meta({
    description: "Of a single unlock, where nobody else of the community's members has it; from 10 linked on",
  }),
});

/** A change on a board. */
const onBoard = {
  ...base,
  category: z.enum(CATEGORIES),
  period: z.string(),
  total: Count.meta({ description: "How many are ranked" }),
  among: NamedRef.optional().meta({ description: "The community whose members the board ranks; absent for everybody" }),
};

/** The board's first three, for its picture. */
const podium = {
  podium: z
    .array(z.string())
    .length(3)
    .optional()
    .meta({ description: "Absent where fewer are ranked, or one of them was passed and has not agreed to be named" }),
  passedOnPodium: z
    .array(Id)
    .optional()
    .meta({ description: "Whoever of them was passed; the podium is shown while they agree to be named" }),
};

export const NewNumberOneView = z.object({
  kind: z.literal("new-number-one"),
  ...onBoard,
  ...podium,
  lead: z.number().optional().meta({ description: "In the board's unit; absent for earnings" }),
  shared: z.boolean(),
  back: z
    .boolean()
    .meta({ description: "Was first within the last 30 days; among a community's members, was announced so" }),
});

const entered = {
  ...onBoard,
  rank: Count,
  previousRank: Count.optional().meta({ description: "Absent for one who was not ranked before" }),
};
export const TopThreeView = z.object({ kind: z.literal("top-three"), ...entered, ...podium });
export const TopTenView = z.object({ kind: z.literal("top-ten"), ...entered });

/** A passing within the top ten; who was passed is named only where both agreed to be. */
export const ClimbView = z.object({
  kind: z.literal("climb"),
  ...onBoard,
  rank: Count,
  passed: NamedRef.optional(),
  toNext: z
    .object({ rank: Count, gap: z.number() })
    .optional()
    .meta({ description: "In the board's unit; absent for earnings and where the score is the same" }),
});

export const TierReachedView = z.object({
  kind: z.literal("tier-reached"),
  ...onBoard,
  tier: z.enum(TIERS),
  score: z.number(),
});

/** A day well above a track's own trend (spec §5 "spike"); for its producers alone. */
export const SpikeView = z.object({
  kind: z.literal("spike"),
  ...base,
  track: NamedRef,
  date: IsoDate,
  plays: Count,
  usual: z.number().nonnegative().meta({ description: "Median of the up to 28 days before" }),
  dayIsOver: z.literal(true).optional().meta({
    description: "Where it is told after its day, whose plays it then has; absent while that day lasts",
  }),
});

/** Money of one's own; for its producer alone. */
const money = {
  ...base,
  track: NamedRef.optional().meta({ description: "Absent where it is none of the producer's here" }),
  amount: Count.meta({ description: "In the currency's minor unit" }),
  currency: z.string().length(3),
};
export const SaleView = z.object({
  kind: z.literal("sale"),
  ...money,
  amount: money.amount.meta({ description: "What is the producer's, after the platform's share; minor unit" }),
});
export const RefundView = z.object({ kind: z.literal("refund"), ...money });

const payout = {
  ...base,
  amount: money.amount,
  currency: money.currency,
};
export const PayoutSentView = z.object({
  kind: z.literal("payout-sent"),
  ...payout,
  expectedOn: IsoDate.meta({ description: "When Stripe expects it at the bank" }),
});
/** Why a payout failed, in our own words for Stripe's many. */
export const PAYOUT_FAILURES = [
  "account-closed",
  "account-blocked",
  "account-unknown",
  "branch-changed",
  "holder-differs",
  "currency-refused",
  "card-refused",
  "balance-short",
  "bank-refused",
] as const;
export type PayoutFailure = (typeof PAYOUT_FAILURES)[number];
export const PayoutFailedView = z.object({
  kind: z.literal("payout-failed"),
  ...payout,
  reason: z.enum(PAYOUT_FAILURES),
});

/** Somebody linked themselves and wanted it said. */
export const JoinedView = z.object({
  kind: z.literal("joined"),
  ...base,
  level: Count,
  title: z.string(),
  tracks: Count,
});

const FoldedLine = z.discriminatedUnion("about", [
  z.object({ about: z.literal("level"), name: z.string(), level: Count }),
  z.object({
    about: z.literal("unlock"),
    name: z.string(),
    achievement: z.object({ slug: z.string(), name: z.string() }),
    more: Count.meta({ description: "Achievements of the same unlock beside the one named" }),
  }),
  z.object({
    about: z.literal("rank"),
    name: z.string(),
    rank: Count,
    category: z.enum(CATEGORIES),
    period: z.string(),
  }),
  z.object({ about: z.literal("tier"), name: z.string(), tier: z.enum(TIERS), category: z.enum(CATEGORIES) }),
]);
export type FoldedLine = z.infer<typeof FoldedLine>;

/** Several announcements of one community in one message, oldest first. */
export const FoldedView = z.object({
  kind: z.literal("folded"),
  occurredAt: base.occurredAt,
  demo: base.demo,
  url: base.url,
  community: NamedRef,
  over: z.enum(["hour", "day"]).meta({ description: "A burst within an hour, or what was over the day's number" }),
  lines: z.array(FoldedLine).min(1).max(10),
  more: Count.meta({ description: "Announcements beside the lines" }),
});

/** What a community's bot may not do there, or that it is there now; for whoever administers the community alone. */
export const NoticeView = z.object({
  kind: z.literal("notice"),
  occurredAt: base.occurredAt,
  demo: base.demo,
  url: base.url,
  about: z.enum(["channel-gone", "permission-missing", "roles-missing", "hello"]),
  platform: z.enum(["discord", "slack"]),
  community: NamedRef,
  channelId: Id.optional().meta({ description: "Absent where it is about no channel" }),
  locale: z.enum(["en", "fr"]).meta({ description: "The community's" }),
});

export const AnnouncementView = z.discriminatedUnion("kind", [
  LevelUpView,
  AchievementUnlockView,
  NewNumberOneView,
  TopThreeView,
  TopTenView,
  ClimbView,
  TierReachedView,
  JoinedView,
  SpikeView,
  SaleView,
  RefundView,
  PayoutSentView,
  PayoutFailedView,
  FoldedView,
  CommunityDigestView,
  OwnDigestView,
  NoticeView,
  TokenSoonView,
]);
export type AnnouncementView = z.infer<typeof AnnouncementView>;
export type AnnouncementKind = AnnouncementView["kind"];
/** An announcement about one producer: everything but what is made of several, a notice and a reminder. */
export type ProducerView = Exclude<AnnouncementView, { kind: "folded" | "community-digest" | "notice" | "token-soon" }>;
export const ANNOUNCEMENT_KINDS = AnnouncementView.options.map(({ shape }) => shape.kind.value);

/** One's own announcements, newest first. */
export const OwnAnnouncements = z.object({
  announcements: z.array(z.object({ id: Id, view: AnnouncementView })),
  nextCursor: z.string().optional(),
  watched: z
    .boolean()
    .meta({ description: "Whether their dashboard is in front of somebody: it tells of them already" }),
});
export type OwnAnnouncements = z.infer<typeof OwnAnnouncements>;
export const OwnAnnouncementsQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(20).optional(),
  since: Instant.optional(),
});

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
  guildId: Id.or(z.literal("")).meta({ description: "Of a private message where the person's id is unique" }),
  to: z.enum(["channel", "person"]),
  channelId: Id.meta({ description: "Of a private message, the person" }),
  locale: z.enum(LOCALES),
  mention: Id.optional().meta({ description: "The one person whom the message mentions" }),
  edits: z
    .object({ messageId: z.string(), deliveryId: z.string() })
    .optional()
    .meta({ description: "The message that is to say this instead, and the delivery that posted it" }),
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
  missing: z
    .enum(["channel", "permission"])
    .optional()
    .meta({ description: "Of destination-gone: whether the channel is gone or the bot may not post there" }),
  messageId: z.string().max(100).optional(),
  retryAfterMs: z.number().int().nonnegative().optional(),
  detail: z.string().max(1000).optional(),
});
export type DeliveryOutcome = z.infer<typeof DeliveryOutcome>;
export type DeliveryOutcomeKind = (typeof DELIVERY_OUTCOMES)[number];
