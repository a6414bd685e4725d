import type { AchievementState } from "@beatpass/shared/contracts";
import { RARITIES } from "@beatpass/shared/rules";

/** How much of the way is done, 0–1; undefined where nothing is measured, or there is only yes and no. */
export function shareDone({ current, target, unit }: AchievementState): number | undefined {
  if (current === undefined || target === undefined || isYesOrNo({ target, unit })) return undefined;
  return Math.min(current / target, 1);
}

/** One single thing to do has no way to be along. */
export const isYesOrNo = ({ target, unit }: Pick<AchievementState, "target" | "unit">): boolean =>
  target === 1 && unit === undefined;

/** Locked ones by how much of the way is done, of equals the one with less XP; what is not measured comes last. */
export const closestFirst = (achievements: readonly AchievementState[]): AchievementState[] =>
  achievements
    .filter(({ unlockedAt }) => unlockedAt === undefined)
    .sort((a, b) => (shareDone(b) ?? -1) - (shareDone(a) ?? -1) || a.xp - b.xp);

export const newestFirst = (achievements: readonly AchievementState[]): AchievementState[] =>
  achievements
    .filter(({ unlockedAt }) => unlockedAt !== undefined)
    .sort((a, b) => Date.parse(b.unlockedAt!) - Date.parse(a.unlockedAt!) || rarest(a, b));

/** Common first, as one climbs. */
export const byRarity = (achievements: readonly AchievementState[]): AchievementState[] =>
  achievements.toSorted((a, b) => rarest(b, a));

const rarest = (a: AchievementState, b: AchievementState): number =>
  RARITIES.indexOf(b.rarity) - RARITIES.indexOf(a.rarity) || b.xp - a.xp;
