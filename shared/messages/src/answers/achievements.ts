import type { AchievementState, Answer, Locale } from "@beatpass/shared/contracts";
import { createTranslator } from "../translator.ts";
import { cleanText } from "../wording/clean-text.ts";
import { closestFirst, newestFirst, remainingText } from "../wording/how-far.ts";
import { joinParts } from "../wording/joins.ts";
import { relativeTime } from "../wording/relative-time.ts";
import { type AnswerContext, type AnswerLines, freshness, linkTo } from "./answer-lines.ts";

type AchievementsAnswer = Extract<Answer, { is: "achievements" }>;
const SHOWN = 3;

/** What `/beatpass achievements` answers: the newest unlocks and what is closest. */
export function achievementsLines(answer: AchievementsAnswer, locale: Locale, { now }: AnswerContext): AnswerLines {
  const t = createTranslator(locale);
  const { producer, counts, achievements, basis } = answer.progress;
  const newest = newestFirst(achievements).slice(0, SHOWN);
  const closest = closestFirst(achievements)
    .filter((one) => remainingText(one, locale) !== undefined)
    .slice(0, SHOWN);
  return {
    title: joinParts([cleanText(producer.name), t("answer.progress.unlocked", counts)]),
    lines: [
      ...(newest.length > 0 ? [t("answer.achievements.latest")] : [t("answer.achievements.none")]),
      ...newest.map((one) => line(one, relativeTime(one.unlockedAt!, now, locale), locale)),
      ...(closest.length > 0 ? [t("answer.achievements.closest")] : []),
      ...closest.map((one) => line(one, remainingText(one, locale), locale)),
    ],
    small: freshness(answer.asOf, now, locale, basis),
    ...linkTo(t("announce.unlock.button"), answer.url),
  };
}

function line({ name, rarity, xp }: AchievementState, detail: string | undefined, locale: Locale): string {
  const t = createTranslator(locale);
  return `• ${joinParts([cleanText(name), t(`rarity.${rarity}`), t("progress.gain", { xp }), detail])}`;
}
