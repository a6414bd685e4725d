import { z } from "zod";
import { CATEGORIES, RARITIES } from "../rules/index.ts";
import { Count, Instant, IsoDate, NamedRef, Ratio } from "./common.ts";

/** Seven UTC days, inclusive. */
const range = z.object({ from: IsoDate, to: IsoDate });
const change = Ratio.optional().meta({ description: "Against the week before; absent without plays then" });
const achievement = z.object({ slug: z.string(), name: z.string() });

const CommunityDigestLine = z.discriminatedUnion("about", [
  z.object({ about: z.literal("plays"), plays: Count, change }),
  z.object({ about: z.literal("top"), name: z.string(), plays: Count }),
  z.object({ about: z.literal("climb"), name: z.string(), from: Count, to: Count, category: z.enum(CATEGORIES) }),
  z.object({ about: z.literal("rarest"), name: z.string(), achievement, rarity: z.enum(RARITIES) }),
  z
    .object({ about: z.literal("new"), names: z.array(z.string()).min(1) })
    .meta({ description: "Who linked themselves and asked for a hello" }),
]);
export type CommunityDigestLine = z.infer<typeof CommunityDigestLine>;

const base = {
  occurredAt: Instant,
  demo: z.boolean(),
  url: z.url().optional().meta({ description: "The way on; absent while PUBLIC_URL is loopback" }),
  range,
};

/** A community's week in five lines at most; there is none where fewer than three members had plays. */
export const CommunityDigestView = z.object({
  kind: z.literal("community-digest"),
  ...base,
  community: NamedRef,
  lines: z.array(CommunityDigestLine).min(1).max(5),
});

/** A producer's own week, for them alone. */
export const OwnDigestView = z.object({
  kind: z.literal("own-digest"),
  ...base,
  producer: NamedRef,
  basis: z.enum(["computed", "reported"]),
  plays: Count,
  change,
  best: z.object({ track: NamedRef, plays: Count }).optional().meta({ description: "The most played track" }),
  rank: z
    .object({ category: z.enum(CATEGORIES), rank: Count, total: Count, movement: z.number().int().optional() })
    .optional()
    .meta({
      description:
        "The best of the all-time ranks; movement: places gained in the week, absent where the place before is not known",
    }),
  unlocked: Count.meta({ description: "Achievements of the week" }),
  next: z
    .object({ ...achievement.shape, current: z.number(), target: z.number(), unit: z.string().optional() })
    .optional()
    .meta({ description: "The closest unlock" }),
});
