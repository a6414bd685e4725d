import type { AchievementState } from "@beatpass/shared/contracts";
import { ACHIEVEMENT_CATEGORIES, type AchievementCategory } from "@beatpass/shared/rules";

export const SHOWN = ["all", "unlocked", "locked"] as const;
export type Shown = (typeof SHOWN)[number];
export type AchievementFilter = { shown: Shown; category: AchievementCategory | undefined };

/** Reads the filter out of an address's query; what makes no sense there is everything. */
export function readFilter(search: string): AchievementFilter {
  const query = new URLSearchParams(search);
  return {
    shown: SHOWN.find((one) => one === query.get("show")) ?? "all",
    category: ACHIEVEMENT_CATEGORIES.find((one) => one === query.get("category")),
  };
}

/** The same as a query, with its question mark; everything needs none. */
export function writeFilter({ shown, category }: AchievementFilter): string {
  const query = new URLSearchParams({ ...(shown !== "all" && { show: shown }), ...(category && { category }) });
  return query.size === 0 ? "" : `?${query}`;
}

export const passesFilter = (achievement: AchievementState, { shown, category }: AchievementFilter): boolean =>
  (category === undefined || achievement.category === category) &&
  (shown === "all" || (achievement.unlockedAt !== undefined) === (shown === "unlocked"));
