import { z } from "zod";
import { CATEGORIES } from "../rules/index.ts";
import type { AnnouncementKind } from "./announcements.ts";

/** What a community can hear of, each of which it can switch off. */
export const NEWS_TOPICS = ["level-up", "achievement", "leaderboard"] as const;
export type NewsTopic = (typeof NEWS_TOPICS)[number];

/** Periods whose boards can be news; a season is the current one. */
export const NEWS_PERIODS = ["all-time", "7d", "30d", "season"] as const;
export type NewsPeriod = (typeof NEWS_PERIODS)[number];

/** A board by category and period, such as "plays:7d". */
export const BoardName = z.templateLiteral([z.enum(CATEGORIES), ":", z.enum(NEWS_PERIODS)]);
export type BoardName = z.infer<typeof BoardName>;

/** Calm by default (spec §13). */
export const DEFAULT_NEWS = {
  topics: [...NEWS_TOPICS],
  boards: ["overall:all-time", "plays:7d"] as BoardName[],
  rankNewsMembers: 10,
  topTenRanked: 20,
  dailyPosts: 6,
};

/** Where each topic goes; what is not named goes to the community's one channel. The digest is a topic of its own here. */
export const CHANNEL_TOPICS = [...NEWS_TOPICS, "digest"] as const;
export type ChannelTopic = (typeof CHANNEL_TOPICS)[number];
export const TopicChannels = z.partialRecord(z.enum(CHANNEL_TOPICS), z.string().min(1).max(200));
export type TopicChannels = z.infer<typeof TopicChannels>;

/** By what a community switches an announcement off and sends it elsewhere; undefined for what goes its own way. */
export const TOPIC_OF = {
  "level-up": "level-up",
  "achievement-unlock": "achievement",
  "new-number-one": "leaderboard",
  "top-three": "leaderboard",
  "top-ten": "leaderboard",
  climb: "leaderboard",
  "tier-reached": "leaderboard",
  joined: undefined,
  spike: undefined,
  sale: undefined,
  refund: undefined,
  "payout-sent": undefined,
  "payout-failed": undefined,
  folded: undefined,
  "community-digest": "digest",
  "own-digest": undefined,
  notice: undefined,
  "token-soon": undefined,
} as const satisfies Record<AnnouncementKind, ChannelTopic | undefined>;

/** Nothing is posted between these times of day in the community's time zone; it may cross midnight. */
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a time of day such as 22:00");
export const QuietHours = z.object({ from: TimeOfDay, to: TimeOfDay });
export type QuietHours = z.infer<typeof QuietHours>;

/** Discord roles by level: all that were reached, or the highest alone. */
export const LevelRoles = z.object({
  mode: z.enum(["stack", "replace"]),
  roles: z.array(z.object({ level: z.number().int().min(1).max(100), roleId: z.string().min(1).max(200) })).max(25),
});
export type LevelRoles = z.infer<typeof LevelRoles>;
