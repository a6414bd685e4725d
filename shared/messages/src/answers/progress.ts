import type { Answer, Locale } from "@beatpass/shared/contracts";
import { MAX_LEVEL } from "@beatpass/shared/rules";
import { createTranslator } from "../translator.ts";
import { cleanText } from "../wording/clean-text.ts";
import { percentText } from "../wording/figures.ts";
import { closestFirst, remainingText } from "../wording/how-far.ts";
import { type AnswerContext, type AnswerLines, freshness, linkTo } from "./answer-lines.ts";

type ProgressAnswer = Extract<Answer, { is: "progress" }>;
const STEPS = 10;

/** What `/beatpass progress` answers: how far the next level is, where XP comes from, what unlocks next. */
export function progressLines(answer: ProgressAnswer, locale: Locale, { now }: AnswerContext): AnswerLines {
  const t = createTranslator(locale);
  const { producer, level, title, progress, xpToNext, sources, counts, achievements, basis } = answer.progress;
  const bar = barText(progress);
  const most = sources.toSorted((a, b) => b.xp - a.xp)[0];
  const next = closestFirst(achievements)[0];
  const remaining = next && remainingText(next, locale);
  return {
    title: t("answer.progress.title", { name: cleanText(producer.name), level, title }),
    lines: [
      level < MAX_LEVEL
        ? t("answer.progress.bar", {
            bar,
            percent: percentText(wholePercent(progress), locale),
            xpToNext,
            next: level + 1,
          })
        : t("answer.progress.last", { bar: barText(1) }),
      ...(most && most.xp > 0
        ? [t("answer.progress.sources", { source: t(`progress.source.${most.source}`), xp: most.xp })]
        : []),
      t("answer.progress.unlocked", counts),
      ...(next && remaining ? [t("answer.progress.next", { achievement: next.name, remaining })] : []),
    ],
    small: freshness(answer.asOf, now, locale, basis),
    ...linkTo(t("announce.level_up.button"), answer.url),
  };
}

/** The way to the next level as ten steps; only a level that is reached fills them all. */
function barText(progress: number): string {
  const done = Math.min(STEPS, Math.max(0, Math.floor(progress * STEPS)));
  return "▰".repeat(done) + "▱".repeat(STEPS - done);
}

/** Rounded down: a level that is not reached is never 100 % of the way. */
const wholePercent = (progress: number): number => Math.floor(progress * 100) / 100;
