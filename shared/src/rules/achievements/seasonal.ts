import type { UploadSeason } from "../upload-seasons.ts";
import { whether } from "./progress.ts";
import type { Achievement, AchievementProgress, ProducerSnapshot } from "./types.ts";

const publishedIn =
  (season: UploadSeason) =>
  ({ catalog }: ProducerSnapshot): AchievementProgress =>
    whether(catalog?.seasons.includes(season));

export const SEASONAL_ACHIEVEMENTS = [
  {
    slug: "shadow-regent",
    name: "Shadow Regent",
    category: "seasonal",
    rarity: "common",
    xp: 200,
    description: "Publish a track between October 30 and November 1",
    checked: "event",
    progress: publishedIn("shadow-regent"),
  },
  {
    slug: "santas-helper",
    name: "Santa's Helper",
    category: "seasonal",
    rarity: "common",
    xp: 200,
    description: "Publish a track between December 23 and 26",
    checked: "event",
    progress: publishedIn("santas-helper"),
  },
  {
    slug: "opening-act",
    name: "Opening Act",
    category: "seasonal",
    rarity: "common",
    xp: 200,
    description: "Publish a track between December 31 and January 2",
    checked: "event",
    progress: publishedIn("opening-act"),
  },
  {
    slug: "lover-boy",
    name: "Lover Boy",
    category: "seasonal",
    rarity: "common",
    xp: 200,
    description: "Publish a track between February 13 and 15",
    checked: "event",
    progress: publishedIn("lover-boy"),
  },
] as const satisfies readonly Achievement[];
