import type { AchievementState } from "@beatpass/shared/contracts";

/** A locked achievement without anything measured, unless told. */
export const sampleAchievement = (slug: string, more: Partial<AchievementState> = {}): AchievementState => ({
  slug,
  name: slug,
  category: "upload",
  rarity: "common",
  xp: 100,
  description: "",
  holdersShare: 0,
  ...more,
});
