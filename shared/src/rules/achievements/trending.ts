import { topByCount } from "./progress.ts";
import type { Achievement } from "./types.ts";

export const TRENDING_ACHIEVEMENTS = [
  {
    slug: "rising-star",
    name: "Rising Star",
    category: "trending",
    rarity: "common",
    xp: 1000,
    description: "A track in the top 25% of played tracks by plays",
    checked: "refresh",
    progress: ({ fields }) => topByCount(fields?.plays, 25, "plays"),
  },
  {
    slug: "chart-topper",
    name: "Chart Topper",
    category: "trending",
    rarity: "rare",
    xp: 2000,
    description: "A track in the top 10% of played tracks by plays",
    checked: "refresh",
    progress: ({ fields }) => topByCount(fields?.plays, 10, "plays"),
  },
  {
    slug: "viral-hit",
    name: "Viral Hit",
    category: "trending",
    rarity: "epic",
    xp: 3500,
    description: "A track in the top 5% of played tracks by plays",
    checked: "refresh",
    progress: ({ fields }) => topByCount(fields?.plays, 5, "plays"),
  },
] as const satisfies readonly Achievement[];
