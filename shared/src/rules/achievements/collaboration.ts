import { towards } from "./progress.ts";
import type { Achievement } from "./types.ts";

export const COLLABORATION_ACHIEVEMENTS = [
  {
    slug: "collaboration-enthusiast",
    name: "Collaboration Enthusiast",
    category: "collaboration",
    rarity: "common",
    xp: 500,
    description: "A first collaborative track",
    checked: "event",
    progress: ({ catalog }) => towards(catalog?.collaborativeTracks, 1, "collaborations"),
  },
  {
    slug: "team-player",
    name: "Team Player",
    category: "collaboration",
    rarity: "rare",
    xp: 1500,
    description: "10 collaborative tracks",
    checked: "event",
    progress: ({ catalog }) => towards(catalog?.collaborativeTracks, 10, "collaborations"),
  },
  {
    slug: "bridge-builder",
    name: "Bridge Builder",
    category: "collaboration",
    rarity: "epic",
    xp: 3000,
    description: "25 collaborative tracks",
    checked: "event",
    progress: ({ catalog }) => towards(catalog?.collaborativeTracks, 25, "collaborations"),
  },
  {
    slug: "network-spider",
    name: "Network Spider",
    category: "collaboration",
    rarity: "legendary",
    xp: 5000,
    description: "50 collaborative tracks",
    checked: "event",
    progress: ({ catalog }) => towards(catalog?.collaborativeTracks, 50, "collaborations"),
  },
] as const satisfies readonly Achievement[];
