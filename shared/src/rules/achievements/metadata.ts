import { meanCompleteness } from "../scores.ts";
import { towards } from "./progress.ts";
import type { Achievement, CatalogSnapshot } from "./types.ts";

/** Percent; absent without a track. Compared to nine decimals, which no fraction of six fields can pass by mistake. */
const completeness = (catalog: CatalogSnapshot | undefined): number | undefined =>
  catalog && catalog.tracks > 0 ? meanCompleteness(catalog.filledFields, catalog.tracks) : undefined;

export const METADATA_ACHIEVEMENTS = [
  {
    slug: "metadata-whiz",
    name: "Metadata Whiz",
    category: "metadata",
    rarity: "common",
    xp: 800,
    description: "Track metadata 70% complete on average",
    checked: "event",
    progress: ({ catalog }) => towards(completeness(catalog), 70),
  },
  {
    slug: "metadata-maven",
    name: "Metadata Maven",
    category: "metadata",
    rarity: "rare",
    xp: 1500,
    description: "Track metadata 80% complete on average",
    checked: "event",
    progress: ({ catalog }) => towards(completeness(catalog), 80),
  },
  {
    slug: "metadata-architect",
    name: "Metadata Architect",
    category: "metadata",
    rarity: "epic",
    xp: 2500,
    description: "Track metadata 90% complete on average",
    checked: "event",
    progress: ({ catalog }) => towards(completeness(catalog), 90),
  },
] as const satisfies readonly Achievement[];
