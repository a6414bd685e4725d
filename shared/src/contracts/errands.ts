import { z } from "zod";
import { AnnouncementView, CHAT_PLATFORMS, LOCALES } from "./announcements.ts";
import { Count, Id, Instant } from "./common.ts";

/**
 * What the server asks a bot to find out or to do, beside posting: whether somebody may manage a community, where the
 * bot may post there, the picture of an announcement, the roles of a member.
 */
export const Errand = z.discriminatedUnion("is", [
  z.object({ is: z.literal("may-manage"), userId: Id }),
  z.object({
    is: z.literal("places"),
    userId: Id.optional().meta({ description: "Who chooses among them: roles that are not theirs to give are barred" }),
  }),
  z.object({ is: z.literal("card"), view: AnnouncementView, locale: z.enum(LOCALES) }),
  z.object({
    is: z.literal("hold-roles"),
    userId: Id,
    hold: z.array(Id).meta({ description: "Of the managed roles, those the member shall have" }),
    managed: z.array(Id).meta({ description: "Roles that are ours to give and to take back" }),
    reason: z.string().max(400).meta({ description: "For the platform's audit log" }),
  }),
]);
export type Errand = z.infer<typeof Errand>;
export type ErrandKind = Errand["is"];

/** What is missing where a bot may not post, by a name of ours; the page says how it is given. */
export const MISSING = ["view-channel", "send-messages", "attach-files", "read-history", "membership"] as const;
export const Missing = z.enum(MISSING);
export type Missing = z.infer<typeof Missing>;

/**
 * Why a role is not to be given by level, what weighs most first. powerful: it carries rights over the community.
 * no-right: who chooses may not manage roles. above-asker: it is not below their own highest. above-bot: nor below the
 * bot's, which can be moved.
 */
export const ROLE_BARS = ["powerful", "no-right", "above-asker", "above-bot"] as const;
export type RoleBar = (typeof ROLE_BARS)[number];

/** A community's channels and roles, as its bot sees them now. */
export const Places = z.object({
  channels: z.array(
    z.object({
      id: Id,
      name: z.string(),
      mayPost: z.boolean(),
      missing: z
        .array(Missing)
        .meta({ description: "Also what is of use only: pictures, and reading one's own posts" }),
    }),
  ),
  roles: z.array(
    z.object({
      id: Id,
      name: z.string(),
      assignable: z.boolean(),
      barred: z.enum(ROLE_BARS).optional().meta({ description: "Why it is not assignable" }),
    }),
  ),
  mayManageRoles: z.boolean(),
});
export type Places = z.infer<typeof Places>;
/** The same for a preview in a channel, with how the community's announcements are written. */
export const PlacesHere = Places.extend({
  locale: z.enum(LOCALES),
  url: z.url().optional().meta({ description: "The way on under announcements; absent while PUBLIC_URL is loopback" }),
});
export type PlacesHere = z.infer<typeof PlacesHere>;

export const ErrandResult = z.discriminatedUnion("is", [
  z.object({ is: z.literal("may-manage"), may: z.boolean() }),
  z.object({ is: z.literal("places"), places: Places }),
  z.object({
    is: z.literal("card"),
    card: z.object({ png: z.base64(), alt: z.string() }).optional().meta({ description: "Absent where none is drawn" }),
  }),
  z.object({
    is: z.literal("hold-roles"),
    outcome: z.enum(["held", "member-gone", "not-allowed"]),
    gone: z.array(Id).meta({ description: "Roles that no longer exist" }),
    above: z.array(Id).meta({ description: "Roles that stand above the bot's own" }),
    powerful: z.array(Id).default([]).meta({ description: "Roles with rights over the community: taken, never given" }),
  }),
]);
export type ErrandResult = z.infer<typeof ErrandResult>;
export type ResultOf<Kind extends ErrandKind> = Extract<ErrandResult, { is: Kind }>;

export const LeasedErrand = z.object({
  id: Id,
  lease: z.string(),
  leasedUntil: Instant,
  guildId: Id,
  attempt: Count,
  errand: Errand,
});
export type LeasedErrand = z.infer<typeof LeasedErrand>;
export const ErrandLeaseRequest = z.object({
  platform: z.enum(CHAT_PLATFORMS),
  worker: z.string().min(1).max(100),
  limit: z.number().int().min(1).max(100).default(10),
});
export const ErrandLeaseAnswer = z.object({ errands: z.array(LeasedErrand) });

/** Either its result, or that it certainly was not done and may be tried again. */
export const ErrandAnswer = z.object({
  lease: z.string(),
  result: ErrandResult.optional(),
  retryAfterMs: z.number().int().nonnegative().optional(),
  detail: z.string().max(1000).optional(),
});
export type ErrandAnswer = z.infer<typeof ErrandAnswer>;
