import { z } from "zod";
import { CATEGORIES, PROGRESS_UNITS, RARITIES } from "../rules/index.ts";
import { LOCALES } from "./announcements.ts";
import { HistoryStart, SourceNotice } from "./beatpass-source.ts";
import { Count, Id, Instant, NamedRef, Ratio } from "./common.ts";
import { XpRules } from "./progress.ts";

/** The overview of a signed-in producer (spec §7); also what the popup shows. */
export const Dashboard = z.object({
  producer: z.object({ id: Id, name: z.string(), artists: z.array(NamedRef), demo: z.boolean() }),
  tracks: Count,
  plays: Count,
  followers: Count.optional().meta({ description: "Absent where no source tells of any" }),
  albums: Count.optional().meta({ description: "Absent where no source tells of any" }),
  downloads: Count.optional().meta({ description: "Absent where no source tells of any" }),
  growthRate: Ratio.optional().meta({ description: "Plays of the last 30 UTC days against the 30 before" }),
  previousPlays30d: Count.optional().meta({ description: "Plays of the 30 UTC days before the last 30, where known" }),
  plays30d: z.array(Count).meta({ description: "Plays of each of the last 30 UTC days, today last" }),
  playsToday: Count,
  playsLast24h: Count,
  usualDay: z.number().optional().meta({ description: "Mean plays of the last 28 full days" }),
  basis: z.enum(["computed", "reported"]),
  level: Count,
  title: z.string(),
  xp: Count,
  xpForLevel: Count,
  xpForNext: Count,
  xpToNext: Count,
  rules: XpRules.pick({ upload: true, metadata: true })
    .optional()
    .meta({ description: "What a track pays here; absent from servers that came before it" }),
  progress: Ratio,
  rank: z
    .object({
      category: z.enum(CATEGORIES),
      period: z.string(),
      rank: Count,
      total: Count,
      movement: z.number().int().optional(),
      comparedWith: Instant.optional().meta({ description: "The refresh that movement compares with" }),
    })
    .optional()
    .meta({ description: "Best rank on an all-time board, with places gained since the refresh before" }),
  latestUnlock: z
    .object({ slug: z.string(), name: z.string(), rarity: z.enum(RARITIES), xp: Count, unlockedAt: Instant })
    .optional(),
  nearestAchievement: z
    .object({
      slug: z.string(),
      name: z.string(),
      rarity: z.enum(RARITIES),
      xp: Count,
      current: z.number(),
      target: z.number(),
      unit: z.enum(PROGRESS_UNITS).optional(),
    })
    .optional(),
  historyStart: HistoryStart.optional(),
  notice: SourceNotice.optional().meta({ description: "What the connection with BeatPass wants the producer to know" }),
  asOf: Instant,
});
export type Dashboard = z.infer<typeof Dashboard>;

/** Who is signed in, and as whom they read. */
export const Session = z.object({
  user: z
    .object({
      name: z.string(),
      email: z.string(),
      admin: z.boolean(),
      locale: z.enum(LOCALES).optional().meta({ description: "The account's language; absent: the browser's own" }),
    })
    .optional(),
  producer: z.object({ id: Id, name: z.string(), demo: z.boolean() }).optional(),
});
export type Session = z.infer<typeof Session>;
