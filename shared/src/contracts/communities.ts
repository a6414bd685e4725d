import { z } from "zod";
import { CATEGORIES } from "../rules/index.ts";
import { CHAT_PLATFORMS, LOCALES } from "./announcements.ts";
import { Count, Id, Instant, Ratio } from "./common.ts";

/** A Discord server or Slack workspace, as its bot reports it; it appears silently. */
export const CommunitySeen = z.object({ name: z.string().max(200), locale: z.enum(LOCALES).optional() });
export type CommunitySeen = z.infer<typeof CommunitySeen>;
export const CommunityRef = z.object({ platform: z.enum(CHAT_PLATFORMS), guildId: Id });

export const CommunitySettings = z.object({
  channelId: Id.optional(),
  locale: z.enum(LOCALES),
  members: z.enum(["linked", "all"]),
  levelUpFrom: Count,
  unlocksFrom: z.enum(["common", "rare", "epic", "legendary"]),
});
export type CommunitySettings = z.infer<typeof CommunitySettings>;

/** What `/beatpass stats` answers, for both platforms and the demo. */
export const StatsQuery = z.object({
  user: z.string().max(100).optional().meta({ description: "The platform's user whose linked producer is meant" }),
  producer: z.string().max(300).optional().meta({ description: "A producer's or artist's name or id" }),
});
export const StatsAnswer = z.discriminatedUnion("status", [
  z.object({
    status: z.literal("found"),
    producer: z.object({ id: Id, name: z.string(), demo: z.boolean() }),
    basis: z.enum(["computed", "reported"]),
    level: Count,
    title: z.string(),
    xp: Count,
    xpToNext: Count,
    progress: Ratio,
    tracks: Count,
    plays: Count,
    followers: Count,
    rank: z.object({ category: z.enum(CATEGORIES), period: z.string(), rank: Count, total: Count }).optional(),
    asOf: Instant,
    url: z.url().optional(),
  }),
  z.object({ status: z.literal("unlinked") }),
  z.object({ status: z.literal("unknown"), query: z.string() }),
]);
export type StatsAnswer = z.infer<typeof StatsAnswer>;
