import type { Locale, StatsAnswer } from "@beatpass/shared/contracts";
import { MAX_LEVEL } from "@beatpass/shared/rules";
import { createTranslator } from "../translator.ts";
import { cleanText } from "../wording/clean-text.ts";
import { periodName } from "../wording/figures.ts";
import { type AnswerContext, type AnswerLines, freshness, linkTo } from "./answer-lines.ts";

/** What `/beatpass stats` answers: level, figures and the best rank. */
export function statsLines(answer: StatsAnswer, locale: Locale, { now }: AnswerContext): AnswerLines {
  const t = createTranslator(locale);
  const { producer, level, title, xpToNext, rank } = answer;
  return {
    title: t("answer.stats.title", { name: cleanText(producer.name), level }),
    lines: [
      level < MAX_LEVEL ? t("answer.stats.line", { title, xpToNext, next: level + 1 }) : title,
      figuresLine(answer, locale),
      ...(rank ? [rankLine(rank, locale)] : []),
    ],
    small: freshness(answer.asOf, now, locale, answer.basis),
    ...linkTo(t("announce.level_up.button"), answer.url),
  };
}

/** Tracks and plays, and followers where they are known. */
export function figuresLine({ tracks, plays, followers }: StatsAnswer, locale: Locale): string {
  const t = createTranslator(locale);
  return followers === undefined
    ? t("answer.stats.catalog", { tracks, plays })
    : t("answer.stats.figures", { tracks, plays, followers });
}

/** The place on a board, in words: category, period, rank and how many are ranked. */
export function rankLine({ category, period, rank, total }: NonNullable<StatsAnswer["rank"]>, locale: Locale): string {
  const t = createTranslator(locale);
  return t("answer.stats.rank", {
    category: t(`category.${category}`),
    period: periodName(period, locale),
    rank,
    total,
  });
}
