import { PROFILE_ACHIEVEMENTS } from "./profile.ts";
import type { Achievement } from "./types.ts";

export * from "./types.ts";

/** Every achievement there is: the one list that engine, pages, bots and docs read. */
export const ACHIEVEMENTS: readonly Achievement[] = [...PROFILE_ACHIEVEMENTS];

const BY_SLUG = new Map(ACHIEVEMENTS.map((achievement) => [achievement.slug, achievement]));

export const achievementBySlug = (slug: string): Achievement | undefined => BY_SLUG.get(slug);
