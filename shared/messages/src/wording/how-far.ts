import type { AchievementState, Locale } from "@beatpass/shared/contracts";
import { RARITIES } from "@beatpass/shared/rules";
import { createTranslator } from "../translator.ts";
import { percentText } from "./figures.ts";

type Way = Pick<AchievementState, "current" | "target" | "unit">;

/** How much of the way is done, 0–1; undefined where nothing is measured, or there is only yes and no. */
export function shareDone({ current, target, unit }: Way): number | undefined {
  if (current === undefined || target === undefined || isYesOrNo({ target, unit })) return undefined;
  return Math.min(current / target, 1);
}

/** How much of the way a percentage says is done: what is not reached is never all of it. */
export const shownShare = (share: number): number => (share < 1 ? Math.min(share, 0.99) : 1);

/** One single thing to do has no way to be along. */
export const isYesOrNo = ({ target, unit }: Pick<AchievementState, "target" | "unit">): boolean =>
  target === 1 && unit === undefined;

/** Locked ones by how much of the way is done, of equals the one with less XP; what is not measured comes last. */
export const closestFirst = (achievements: readonly AchievementState[]): AchievementState[] =>
  achievements
    .filter(({ unlockedAt }) => unlockedAt === undefined)
    .sort((a, b) => (shareDone(b) ?? -1) - (shareDone(a) ?? -1) || a.xp - b.xp);

/** The unlocked ones; the rarest first of those unlocked at the same instant. */
export const newestFirst = (achievements: readonly AchievementState[]): AchievementState[] =>
  achievements
    .filter(({ unlockedAt }) => unlockedAt !== undefined)
    .sort((a, b) => Date.parse(b.unlockedAt!) - Date.parse(a.unlockedAt!) || rarestFirst(a, b));

/** For sorting: by rarity, then by XP. */
export const rarestFirst = (a: AchievementState, b: AchievementState): number =>
  RARITIES.indexOf(b.rarity) - RARITIES.indexOf(a.rarity) || b.xp - a.xp;

/** What is left to a locked achievement: a count where one reads well, else the share of the way; absent where nothing is measured. */
export function remainingText(achievement: Way, locale: Locale): string | undefined {
  const t = createTranslator(locale);
  const { current, target, unit } = achievement;
  const share = shareDone(achievement);
  if (share === undefined || current === undefined || target === undefined) return undefined;
  if (current >= target) return t("progress.far.reached");
  if (unit === undefined || unit === "plays")
    return t("remaining.percent", { percent: percentText(shownShare(share), locale) });
  return t(`remaining.${unit}`, { n: Math.ceil(target - current) });
}
