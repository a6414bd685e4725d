import { type FieldPlace, isInTop, type TopPercent } from "../fields.ts";
import { type AchievementProgress, isReached, type ProgressUnit } from "./types.ts";

/** A count towards a target; without a count only the target is known. */
export function towards(current: number | undefined, target: number, unit?: ProgressUnit): AchievementProgress {
  const progress: AchievementProgress = current === undefined ? { target } : { current, target };
  if (unit) progress.unit = unit;
  return progress;
}

/** A yes or no. */
export const whether = (met: boolean | undefined): AchievementProgress =>
  towards(met === undefined ? undefined : Number(met), 1);

/** A place in the top p of a field of whole numbers: how high one's own figure must be to get in. */
export function topByCount(
  place: FieldPlace | undefined,
  percent: TopPercent,
  unit: ProgressUnit,
): AchievementProgress {
  if (!place) return {};
  const cutoff = place.cutoffs[percent];
  if (cutoff === undefined) return { current: place.value, unit };
  // Reaching the last one's figure is not enough: ties share the worse rank.
  return towards(place.value, isInTop(place, percent) ? cutoff : cutoff + 1, unit);
}

/** A place in the top p of a field: how many of it one must be ahead of or level with. */
export function topByRank(place: FieldPlace | undefined, percent: TopPercent): AchievementProgress {
  if (!place) return {};
  const behind = place.size - place.rank;
  if (place.cutoffs[percent] === undefined) return { current: behind };
  return towards(behind, place.size - Math.floor((percent * place.size) / 100));
}

/** Several conditions at once: the open one that is furthest from being reached tells how far along one is. */
export function all(...conditions: readonly [AchievementProgress, ...AchievementProgress[]]): AchievementProgress {
  const open = conditions.filter((condition) => !isReached(condition));
  return open.toSorted((a, b) => advance(a) - advance(b))[0] ?? conditions[0];
}

/** The share of the way; what is not known has not begun. */
const advance = ({ current, target }: AchievementProgress): number =>
  current === undefined || target === undefined ? -1 : current / target;
