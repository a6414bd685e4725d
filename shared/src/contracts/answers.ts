import { z } from "zod";
import { CATEGORIES } from "../rules/index.ts";
import { Count, Id, Instant, NamedRef, Ratio } from "./common.ts";
import { NEWS_PERIODS } from "./community-news.ts";
import { Insights } from "./insights.ts";
import { Leaderboard, RankChange } from "./leaderboards.ts";
import { Progress } from "./progress.ts";

/** Commands that ask the server for figures and change nothing. */
export const ANSWERED_COMMANDS = ["stats", "progress", "insights", "leaderboard", "achievements", "rank"] as const;
export type AnsweredCommand = (typeof ANSWERED_COMMANDS)[number];

/** Among whom a board ranks: the members of the community that is asked in, or everybody. */
export const BOARD_SCOPES = ["here", "all"] as const;

/** What a command asks, beside its name; each command reads what it knows. */
export const Question = z.object({
  member: z.string().min(1).max(100).optional().meta({ description: "Another platform user whose producer is meant" }),
  producer: z.string().max(300).optional().meta({ description: "A producer's or artist's name or id" }),
  track: z.string().max(300).optional().meta({ description: "One of the asker's own tracks, by title or id" }),
  category: z.enum(CATEGORIES).optional(),
  period: z.enum(NEWS_PERIODS).optional(),
  among: z.enum(BOARD_SCOPES).optional(),
});
export type Question = z.infer<typeof Question>;

/** The platform user who asks. */
export const PlatformUser = z.string().min(1).max(100);
export const AnswerQuery = Question.extend({
  user: PlatformUser,
  joinedAt: Instant.optional().meta({ description: "When the asker joined the community, where the platform says" }),
});

const about = {
  demo: z.boolean().meta({ description: "Made-up people" }),
  asOf: Instant,
  url: z.url().optional().meta({ description: "The way on; absent while PUBLIC_URL is loopback" }),
};

export const StatsAnswer = z.object({
  is: z.literal("stats"),
  ...about,
  producer: NamedRef,
  basis: z.enum(["computed", "reported"]),
  level: Count,
  title: z.string(),
  xp: Count,
  xpToNext: Count,
  progress: Ratio,
  tracks: Count,
  plays: Count,
  followers: Count.optional().meta({ description: "Absent where no source tells of any" }),
  rank: z.object({ category: z.enum(CATEGORIES), period: z.string(), rank: Count, total: Count }).optional(),
});
export type StatsAnswer = z.infer<typeof StatsAnswer>;

const progress = { ...about, progress: Progress };
/** One's own insights of a track: the last 30 UTC days. Nobody's listeners. */
const InsightsAnswer = z.object({
  is: z.literal("insights"),
  ...about,
  insights: Insights.omit({ listeners: true, previousRange: true, tracks: true }),
});

/** Why somebody has no place on a board. "soon": what counts there is not ranked yet. */
export const NotRanked = z.enum(["hidden", "admin", "no_track", "soon", "zero"]);
export type NotRanked = z.infer<typeof NotRanked>;

/** What a command answers, as facts; the renderers of shared/messages word it for either platform. */
export const Answer = z.discriminatedUnion("is", [
  StatsAnswer,
  z.object({ is: z.literal("progress"), ...progress }),
  z.object({ is: z.literal("achievements"), ...progress }),
  InsightsAnswer,
  z.object({
    is: z.literal("leaderboard"),
    ...about,
    board: Leaderboard,
    among: NamedRef.optional().meta({ description: "The community whose members are ranked; absent for everybody" }),
    me: Id.optional().meta({ description: "The asker's producer" }),
  }),
  z.object({
    is: z.literal("rank"),
    ...about,
    change: RankChange,
    among: NamedRef.optional(),
    toNext: z.object({ rank: Count, gap: z.number() }).optional(),
    notRanked: NotRanked.optional().meta({ description: "Where the asker has no place there" }),
  }),
  z.object({ is: z.literal("unlinked") }).meta({ description: "The asker is linked to no producer" }),
  z.object({ is: z.literal("unlinked-member") }).meta({
    description: "The member asked about is linked to none, or does not want to be shown: the same answer",
  }),
  z.object({ is: z.literal("unknown"), query: z.string() }).meta({ description: "No producer of that name" }),
  z.object({ is: z.literal("no-insights") }).meta({
    description: "No track of the asker's: the same whether or not it exists",
  }),
]);
export type Answer = z.infer<typeof Answer>;

/** Fits what is typed so far: names to pick from. */
export const SuggestionsQuery = z.object({
  user: PlatformUser,
  of: z.enum(["producer", "track"]),
  typed: z.string().max(300).default(""),
});
export const Suggestions = z.object({ choices: z.array(z.object({ name: z.string(), value: z.string() })).max(25) });
export type Suggestions = z.infer<typeof Suggestions>;
