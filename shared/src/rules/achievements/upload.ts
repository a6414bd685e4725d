import { topByCount } from "./progress.ts";
import type { Achievement } from "./types.ts";

export const UPLOAD_ACHIEVEMENTS = [
  {
    slug: "track-producer",
    name: "Track Producer",
    category: "upload",
    rarity: "common",
    xp: 500,
    description: "In the top 50% of producers by published tracks",
    checked: "refresh",
    progress: ({ fields }) => topByCount(fields?.uploads, 50, "tracks"),
  },
  {
    slug: "prolific-creator",
    name: "Prolific Creator",
    category: "upload",
    rarity: "rare",
    xp: 1500,
    description: "In the top 25% of producers by published tracks",
    checked: "refresh",
    progress: ({ fields }) => topByCount(fields?.uploads, 25, "tracks"),
  },
  {
    slug: "production-master",
    name: "Production Master",
    category: "upload",
    rarity: "epic",
    xp: 3000,
    description: "In the top 10% of producers by published tracks",
    checked: "refresh",
    progress: ({ fields }) => topByCount(fields?.uploads, 10, "tracks"),
  },
  {
    slug: "studio-legend",
    name: "Studio Legend",
    category: "upload",
    rarity: "legendary",
    xp: 5000,
    description: "In the top 5% of producers by published tracks",
    checked: "refresh",
    progress: ({ fields }) => topByCount(fields?.uploads, 5, "tracks"),
  },
] as const satisfies readonly Achievement[];
