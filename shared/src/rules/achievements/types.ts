/** What an achievement is: data plus a pure predicate over a snapshot of the producer (spec §4). */
export const RARITIES = ["common", "rare", "epic", "legendary"] as const;
export type Rarity = (typeof RARITIES)[number];

export const ACHIEVEMENT_CATEGORIES = [
  "upload",
  "trending",
  "metadata",
  "profile",
  "genre",
  "collaboration",
  "composite",
  "excellence",
  "milestone",
  "seasonal",
] as const;
export type AchievementCategory = (typeof ACHIEVEMENT_CATEGORIES)[number];

/** What the profile achievements look at; of several profiles of one producer the best in each counts. */
export type ProfileSnapshot = { pictures: number; hasBio: boolean; links: number };

export type ProducerSnapshot = { profile: ProfileSnapshot };

export type AchievementProgress = { current: number; target: number };

export type Achievement = {
  /** Stable, kebab-case; the key everywhere. */
  slug: string;
  /** As BeatPass prints it, in every language. */
  name: string;
  category: AchievementCategory;
  rarity: Rarity;
  xp: number;
  /** How to unlock it, in English; a translation is in the message catalog under `achievement.<slug>`. */
  description: string;
  /** How far along. Met when current ≥ target. */
  progress: (snapshot: ProducerSnapshot) => AchievementProgress;
};

export const isMet = (achievement: Achievement, snapshot: ProducerSnapshot): boolean => {
  const { current, target } = achievement.progress(snapshot);
  return current >= target;
};
