import { z } from "zod";
import { CATEGORIES } from "../rules/index.ts";

/** What a community can hear of, each of which it can switch off. */
export const NEWS_TOPICS = ["level-up", "achievement", "leaderboard"] as const;
export type NewsTopic = (typeof NEWS_TOPICS)[number];

/** Periods whose boards can be news; a season is the current one. */
export const NEWS_PERIODS = ["all-time", "7d", "30d", "season"] as const;

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
