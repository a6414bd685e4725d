import { rarestFirst } from "@beatpass/messages";
import type { AchievementState } from "@beatpass/shared/contracts";

/** Common first, as one climbs. */
export const byRarity = (achievements: readonly AchievementState[]): AchievementState[] =>
  achievements.toSorted((a, b) => rarestFirst(b, a));
