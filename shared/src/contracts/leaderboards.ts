import { z } from "zod";
import { CATEGORIES, TIERS } from "../rules/index.ts";
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
  refreshedAt: Instant.optional().meta({ description: "Absent before the first refresh" }),
  nextRefreshAt: Instant.optional(),
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
  rows: z.array(LeaderboardRow),
  nextCursor: z.string().optional(),
});
export type Leaderboard = z.infer<typeof Leaderboard>;

export const LeaderboardQuery = z.object({
  period: z
    .string()
    .regex(/^(all-time|7d|30d|\d{4}-H[12])$/)
    .default("all-time"),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
  around: z.literal("me").optional(),
});
