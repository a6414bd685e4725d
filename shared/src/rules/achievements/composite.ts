import { all, topByRank, towards } from "./progress.ts";
import type { Achievement } from "./types.ts";

export const COMPOSITE_ACHIEVEMENTS = [
  {
    slug: "rising-talent",
    name: "Rising Talent",
    category: "composite",
    rarity: "rare",
    xp: 2000,
    description: "In the top 25% overall, with 5 tracks or more",
    checked: "second-step",
    progress: ({ catalog, fields }) => all(towards(catalog?.tracks, 5, "tracks"), topByRank(fields?.overall, 25)),
  },
  {
    slug: "elite-producer",
    name: "Elite Producer",
    category: "composite",
    rarity: "epic",
    xp: 3500,
    description: "In the top 15% overall, with 10 tracks or more",
    checked: "second-step",
    progress: ({ catalog, fields }) => all(towards(catalog?.tracks, 10, "tracks"), topByRank(fields?.overall, 15)),
  },
  {
    slug: "legendary-producer",
    name: "Legendary Producer",
    category: "composite",
    rarity: "legendary",
    xp: 6000,
    description: "In the top 5% overall, with 20 tracks or more",
    checked: "second-step",
    progress: ({ catalog, fields }) => all(towards(catalog?.tracks, 20, "tracks"), topByRank(fields?.overall, 5)),
  },
] as const satisfies readonly Achievement[];
