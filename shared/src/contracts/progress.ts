import { z } from "zod";
import { ACHIEVEMENT_CATEGORIES, PROGRESS_UNITS, RARITIES, XP_SOURCES } from "../rules/index.ts";
import { Count, Id, Instant, Ratio } from "./common.ts";

export const AchievementState = z.object({
  slug: z.string(),
  name: z.string(),
  category: z.enum(ACHIEVEMENT_CATEGORIES),
  rarity: z.enum(RARITIES),
  xp: Count,
  description: z.string(),
  unlockedAt: Instant.optional(),
  current: z.number().optional(),
  target: z.number().optional(),
  unit: z
    .enum(PROGRESS_UNITS)
    .optional()
    .meta({ description: "What current and target count, where a remainder reads well" }),
  holdersShare: Ratio,
});
export type AchievementState = z.infer<typeof AchievementState>;

/** What pays how much here: the deployment's rulebook (spec §2). */
export const XpRules = z.object({
  name: z.string(),
  version: Count,
  upload: Count,
  metadata: Count,
  collaboration: Count,
  play: z.object({
    xp: Count,
    per: z.enum(["every", "first"]).meta({ description: "Each counted play, or a track's first one alone" }),
  }),
  minimumListenMs: Count.meta({ description: "A shorter play is kept but not counted" }),
});
export type XpRules = z.infer<typeof XpRules>;

export const Progress = z.object({
  producer: z.object({ id: Id, name: z.string() }),
  basis: z.enum(["computed", "reported"]),
  xp: Count,
  level: Count,
  title: z.string(),
  xpForLevel: Count,
  xpForNext: Count,
  xpToNext: Count,
  progress: Ratio,
  sources: z.array(z.object({ source: z.enum(XP_SOURCES), xp: Count, count: Count })),
  rules: XpRules,
  achievements: z.array(AchievementState),
  counts: z.object({ unlocked: Count, total: Count }),
  asOf: Instant,
});
export type Progress = z.infer<typeof Progress>;
