import { z } from "zod";
import { CATEGORIES, RARITIES } from "../rules/index.ts";
import { Count, Instant } from "./common.ts";

/** Since when there is news for the account that asks. */
export const Visit = z.object({
  since: Instant.meta({ description: "The end of the visit before this one; a reload does not move it" }),
});
export type Visit = z.infer<typeof Visit>;

export const ChangesQuery = z.object({ since: Instant });

export const RankMove = z.object({
  category: z.enum(CATEGORIES),
  period: z.string(),
  from: Count.optional().meta({ description: "Absent where one was not ranked" }),
  to: Count,
  total: Count,
});
export type RankMove = z.infer<typeof RankMove>;

/** What changed for the producer who asks: gains of every kind, and the boards on which the rank moved. */
export const Changes = z.object({
  since: Instant.meta({ description: "As asked, but no earlier than 31 days ago" }),
  plays: Count.meta({ description: "Counted plays that came in, those heard more than a day before it apart" }),
  xp: Count,
  levels: z.object({ from: Count, to: Count }).optional().meta({ description: "Absent where the level stayed" }),
  unlocks: z
    .array(z.object({ slug: z.string(), name: z.string(), rarity: z.enum(RARITIES), xp: Count }))
    .meta({ description: "The rarest first" }),
  ranks: z.array(RankMove).meta({
    description: "Most places gained first, losses last; empty for more than a week ago, which boards forget",
  }),
  followers: Count.meta({ description: "New ones who are still there" }),
  asOf: Instant,
});
export type Changes = z.infer<typeof Changes>;
