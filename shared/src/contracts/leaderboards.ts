import { z } from "zod";
import { CATEGORIES, TIERS } from "../rules/index.ts";
import { CHAT_PLATFORMS } from "./announcements.ts";
import { Count, Id, Instant } from "./common.ts";

export const LeaderboardRow = z.object({
  rank: Count,
  previousRank: Count.optional(),
  producerId: Id,
  name: z.string(),
  score: z.number(),
  tier: z.enum(TIERS),
  detail: z.object({ tiebreak: z.number() }),
});
export type LeaderboardRow = z.infer<typeof LeaderboardRow>;

export const Leaderboard = z.object({
  category: z.enum(CATEGORIES),
  period: z.string(),
  refreshedAt: Instant.optional().meta({ description: "Absent before the board is ranked first" }),
  nextRefreshAt: Instant.optional().meta({
    description: "Absent for seasons before the last two, which are ranked anew in turn",
  }),
  pastSeasons: z.array(z.string()).optional().meta({
    description: "The seasons before the last two that have boards, newest first; absent where there are none",
  }),
  comparedWith: Instant.optional().meta({
    description: "The refresh before the last one: what movement and previousRank compare with; absent before it",
  }),
  total: Count,
  me: z
    .object({
      rank: Count,
      score: z.number(),
      tier: z.enum(TIERS),
      movement: z.number().int().optional(),
      toNext: z.object({ rank: Count, gap: z.number() }).optional(),
    })
    .optional(),
  hidden: z.literal(true).optional().meta({ description: "The asker asked not to be shown" }),
  rows: z.array(LeaderboardRow),
  nextCursor: z.string().optional(),
});
export type Leaderboard = z.infer<typeof Leaderboard>;

/** Which board of a category is meant. */
export const BoardQuery = z.object({
  period: z
    .string()
    .regex(/^(all-time|7d|30d|\d{4}-H[12])$/)
    .default("all-time"),
  community: Id.optional().meta({ description: "Among the members of this community (GET /v1/communities) alone" }),
});

export const LeaderboardQuery = BoardQuery.extend({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
  around: z.literal("me").optional(),
});

/** The communities whose boards the reader may choose. */
export const Communities = z.object({
  communities: z.array(
    z.object({
      id: Id,
      platform: z.enum(CHAT_PLATFORMS),
      name: z.string(),
      members: Count.meta({ description: "Producers who belong to it" }),
      demo: z.literal(true).optional().meta({ description: "Its people are made up" }),
    }),
  ),
});
export type Communities = z.infer<typeof Communities>;

/** Somebody who changed places with the reader between two refreshes. */
export const Passing = z.object({
  producerId: Id,
  name: z.string(),
  rank: Count.optional().meta({ description: "Absent for one who is no longer ranked" }),
  previousRank: Count.optional().meta({ description: "Absent for one who was not ranked before" }),
  score: z.number().optional().meta({ description: "Absent where it is no longer known, too" }),
  previousScore: z.number().optional().meta({ description: "Absent where it is no longer known, too" }),
});
export type Passing = z.infer<typeof Passing>;

const Place = z.object({
  rank: Count,
  score: z.number().optional().meta({ description: "Absent where it is no longer known" }),
  total: Count,
});

/** Why the reader's rank changed at the last refresh that moved it. */
export const RankChange = z.object({
  category: z.enum(CATEGORIES),
  period: z.string(),
  changedAt: Instant.optional().meta({ description: "The refresh that moved it; absent where nothing ever did" }),
  before: Place.optional().meta({ description: "Absent where one was not ranked" }),
  now: Place.optional().meta({ description: "Absent where one is not ranked" }),
  moved: z.enum(["mine", "others", "both", "none"]).meta({
    description:
      "Whose score changed: one's own, that of those who changed places with one, or both. " +
      "A score that is no longer known may have changed, and counts as if it had",
  }),
  passed: z.array(Passing).meta({ description: "Whom the reader moved ahead of, the best placed first; at most 20" }),
  passedBy: z.array(Passing).meta({ description: "Who moved ahead of the reader, the best placed first; at most 20" }),
  passedCount: Count,
  passedByCount: Count,
});
export type RankChange = z.infer<typeof RankChange>;
