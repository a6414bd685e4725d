import { isYesOrNo, type MessageKey, shownShare, type Translate } from "@beatpass/messages";
import type { AchievementState, Locale } from "@beatpass/shared/contracts";
import { formatDecimal, formatPercent } from "@beatpass/ui";

/** What is still missing to a locked achievement, in words; and the count where there is one. */
export type HowFar = { text: string; count?: string };

/** @param locale of the numbers, the translator's */
export function howFar(achievement: AchievementState, t: Translate, locale: Locale): HowFar {
  const { current, target, unit } = achievement;
  if (current === undefined && target !== undefined && isYesOrNo(achievement))
    return { text: t("progress.far.not_yet") };
  if (current === undefined) return { text: t("progress.far.unknown") };
  if (target === undefined) return { text: t("progress.far.small_field") };
  if (current >= target) return { text: t("progress.far.reached") };
  if (isYesOrNo(achievement)) return { text: t("progress.far.not_yet") };
  const isPercent = achievement.category === "metadata";
  const number = (value: number) => (isPercent ? formatPercent(value / 100, locale) : formatDecimal(value, locale));
  const percent = () => t("remaining.percent", { percent: formatPercent(shownShare(current / target), locale) });
  const text =
    unit === undefined || unit === "plays" ? percent() : t(`remaining.${unit}`, { n: Math.ceil(target - current) });
  const count = counted(achievement);
  return { text, ...(count && { count: t(count, { current: number(current), target, goal: number(target) }) }) };
}

/** What the two figures count; nothing where one cannot tell: a genre's is of genres or of producers. */
function counted({ slug, category, unit }: AchievementState): MessageKey | undefined {
  if (unit !== undefined) return `progress.far.of.${unit}`;
  // “63% of 70%” would read as a part of a part.
  if (category === "metadata") return "progress.far.goal";
  return PLACES[category] ?? THINGS[slug];
}

/** How many one has to be ahead of. */
const PLACES: Partial<Record<AchievementState["category"], MessageKey>> = {
  composite: "progress.far.ahead.producers",
  excellence: "progress.far.ahead.tracks",
};

const THINGS: Partial<Record<string, MessageKey>> = {
  linked: "progress.far.of.links",
  model: "progress.far.of.pictures",
};
