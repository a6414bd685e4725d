import { z } from "zod";
import { RARITIES } from "../rules/index.ts";
import { type AnnouncementKind, CHAT_PLATFORMS, LOCALES } from "./announcements.ts";
import { Count, Id, Instant, TimeZone } from "./common.ts";
import { BoardName, LevelRoles, NEWS_TOPICS, QuietHours, TopicChannels } from "./community-news.ts";

/** What a community hears, where and when (spec §13: calm by default, all of it can be changed). */
export const CommunitySettings = z.strictObject({
  channelId: Id.nullable().meta({ description: "Where everything goes that has no channel of its own; null: nowhere" }),
  topicChannels: TopicChannels,
  topics: z.array(z.enum(NEWS_TOPICS)),
  boards: z.array(BoardName).max(28),
  levelUpFrom: z.number().int().min(1).max(100),
  unlocksFrom: z.enum(RARITIES),
  rankNewsMembers: z.number().int().min(1).max(10_000),
  topTenRanked: z.number().int().min(10).max(10_000),
  dailyPosts: z.number().int().min(0).max(100).meta({ description: "Posts a channel and day; 0 for no limit" }),
  timeZone: TimeZone,
  quietHours: QuietHours.nullable(),
  digestDay: z.number().int().min(1).max(7).nullable().meta({ description: "1 Monday to 7 Sunday; null: no digest" }),
  locale: z.enum(LOCALES),
  members: z.enum(["linked", "all"]),
  mentions: z.boolean().meta({ description: "Whether a message mentions its producer, where linked" }),
  levelRoles: LevelRoles.nullable(),
});
export type CommunitySettings = z.infer<typeof CommunitySettings>;
export const CommunitySettingsChange = CommunitySettings.partial();
export type CommunitySettingsChange = z.infer<typeof CommunitySettingsChange>;

/** What the page of a community shows whoever administers it. */
export const CommunityAdmin = z.object({
  community: z.object({ id: Id, platform: z.enum(CHAT_PLATFORMS), name: z.string(), demo: z.boolean() }),
  members: Count.meta({ description: "Producers whose news it hears and who are on its boards" }),
  linked: Count.meta({ description: "Producers who linked themselves here" }),
  settings: CommunitySettings,
  by: z.enum(["operator", "manager"]).meta({ description: "As whom one is here" }),
  changes: z
    .array(z.object({ at: Instant, by: z.string(), fields: z.array(CommunitySettings.keyof()) }))
    .meta({ description: "Who changed what, newest first" }),
});
export type CommunityAdmin = z.infer<typeof CommunityAdmin>;

/** Asked by a bot for somebody who manages the community, who was seen to do so just now. */
export const ManageLinkRequest = z.object({ userId: Id, name: z.string().max(200) });
export const ManageLink = z.object({
  url: z.url().optional().meta({ description: "Works once; absent while PUBLIC_URL is loopback" }),
  minutes: Count,
});
export type ManageLink = z.infer<typeof ManageLink>;
export const ManageSession = z.object({ token: z.string().min(20).max(200) });

/** What a community may be told, and can see a sample of. */
export const PREVIEW_KINDS = [
  "level-up",
  "achievement-unlock",
  "new-number-one",
  "top-three",
  "top-ten",
  "climb",
  "tier-reached",
  "folded",
  "community-digest",
] as const satisfies readonly AnnouncementKind[];
export type PreviewKind = (typeof PREVIEW_KINDS)[number];

export const CardRequest = z.object({ kind: z.enum(PREVIEW_KINDS) });
export const CardAnswer = z.object({ card: z.object({ png: z.base64(), alt: z.string() }).optional() });
export type CardAnswer = z.infer<typeof CardAnswer>;
