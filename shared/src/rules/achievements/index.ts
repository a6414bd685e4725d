import { COLLABORATION_ACHIEVEMENTS } from "./collaboration.ts";
import { COMPOSITE_ACHIEVEMENTS } from "./composite.ts";
import { EXCELLENCE_ACHIEVEMENTS } from "./excellence.ts";
import { GENRE_ACHIEVEMENTS } from "./genre.ts";
import { METADATA_ACHIEVEMENTS } from "./metadata.ts";
import { MILESTONE_ACHIEVEMENTS } from "./milestone.ts";
import { PROFILE_ACHIEVEMENTS } from "./profile.ts";
import { SEASONAL_ACHIEVEMENTS } from "./seasonal.ts";
import { TRENDING_ACHIEVEMENTS } from "./trending.ts";
import { type Achievement, type Check, isMet, type ProducerSnapshot } from "./types.ts";
import { UPLOAD_ACHIEVEMENTS } from "./upload.ts";

export * from "./types.ts";

/** Every achievement there is, in the order of spec §4: the one list that engine, pages, bots and docs read. */
export const ACHIEVEMENTS: readonly Achievement[] = [
  ...UPLOAD_ACHIEVEMENTS,
  ...TRENDING_ACHIEVEMENTS,
  ...METADATA_ACHIEVEMENTS,
  ...PROFILE_ACHIEVEMENTS,
  ...GENRE_ACHIEVEMENTS,
  ...COLLABORATION_ACHIEVEMENTS,
  ...COMPOSITE_ACHIEVEMENTS,
  ...EXCELLENCE_ACHIEVEMENTS,
  ...MILESTONE_ACHIEVEMENTS,
  ...SEASONAL_ACHIEVEMENTS,
];

const BY_SLUG = new Map(ACHIEVEMENTS.map((achievement) => [achievement.slug, achievement]));

/** Undefined for a slug that names none. */
export const achievementBySlug = (slug: string): Achievement | undefined => BY_SLUG.get(slug);

/** What a producer meets and does not hold yet. Achievements are permanent: what is held is never asked again. */
export const newlyMet = (
  snapshot: ProducerSnapshot,
  held: { has(slug: string): boolean },
  checks: readonly Check[],
): Achievement[] =>
  ACHIEVEMENTS.filter(
    (achievement) =>
      checks.includes(achievement.checked) && !held.has(achievement.slug) && isMet(achievement, snapshot),
  );
