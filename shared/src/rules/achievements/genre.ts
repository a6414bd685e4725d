import { all, topByCount, topByRank, towards } from "./progress.ts";
import type { Achievement } from "./types.ts";

export const GENRE_ACHIEVEMENTS = [
  {
    slug: "genre-specialist",
    name: "Genre Specialist",
    category: "genre",
    rarity: "rare",
    xp: 1500,
    description: "A track in the top 10% of its genre by plays",
    checked: "refresh",
    progress: ({ fields }) => topByCount(fields?.genre, 10, "plays"),
  },
  {
    slug: "genre-master",
    name: "Genre Master",
    category: "genre",
    rarity: "epic",
    xp: 2500,
    description: "In the top 20% by genre diversity, with 3 genres or more",
    checked: "refresh",
    progress: ({ catalog, fields }) => all(towards(catalog?.genres, 3), topByRank(fields?.diversity, 20)),
  },
  {
    slug: "genre-virtuoso",
    name: "Genre Virtuoso",
    category: "genre",
    rarity: "legendary",
    xp: 4000,
    description: "In the top 10% by genre diversity, with 5 genres or more",
    checked: "refresh",
    progress: ({ catalog, fields }) => all(towards(catalog?.genres, 5), topByRank(fields?.diversity, 10)),
  },
] as const satisfies readonly Achievement[];
