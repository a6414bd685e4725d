import type { Answer, Locale } from "@beatpass/shared/contracts";
import { createTranslator } from "../translator.ts";
import { cleanText } from "../wording/clean-text.ts";
import { periodName } from "../wording/figures.ts";
import { joinParts } from "../wording/joins.ts";
import { causeWords, namesWords, placesWords } from "../wording/rank-change-words.ts";
import { gapText } from "../wording/scores.ts";
import { whenText } from "../wording/when.ts";
import { type AnswerContext, type AnswerLines, freshness, linkTo } from "./answer-lines.ts";

type RankAnswer = Extract<Answer, { is: "rank" }>;

/** What `/beatpass rank` answers: why it moved, and what closes the gap. */
export function rankLines(answer: RankAnswer, locale: Locale, { now }: AnswerContext): AnswerLines {
  const t = createTranslator(locale);
  const { change, among } = answer;
  const place = { category: t(`category.${change.category}`), period: periodName(change.period, locale) };
  const title = change.now
    ? t("answer.rank.title", { ...place, rank: change.now.rank, total: change.now.total })
    : t("answer.rank.unranked", place);
  return {
    title: joinParts([title, among && cleanText(among.name, 60)]),
    lines: [...whyLines(answer, locale, now), ...gapLine(answer, locale)],
    small: freshness(answer.asOf, now, locale),
    ...linkTo(t("announce.board.button"), answer.url),
  };
}

function whyLines({ change, notRanked }: RankAnswer, locale: Locale, now: Date): string[] {
  const t = createTranslator(locale);
  const reason = notRanked && t("dash.not_ranked", { reason: t(`dash.not_ranked.${notRanked}`) });
  if (change.changedAt === undefined) return [reason ?? t("answer.rank.same")];
  const { passed, passedCount, passedBy, passedByCount } = change;
  return [
    joinParts([placesWords(change, t), whenText(change.changedAt, now, locale)]),
    causeWords(change, t, locale),
    ...(passed.length > 0
      ? [t("boards.why.passed", { names: namesWords(passed, passedCount, change, t, locale) })]
      : []),
    ...(passedBy.length > 0
      ? [t("boards.why.passed_by", { names: namesWords(passedBy, passedByCount, change, t, locale) })]
      : []),
    // Of a score that was there before it is not true that it is 0 still.
    ...(reason !== undefined && notRanked !== "zero" ? [reason] : []),
  ];
}

function gapLine({ change, toNext }: RankAnswer, locale: Locale): string[] {
  const t = createTranslator(locale);
  if (!change.now) return [];
  if (!toNext) return [t("answer.rank.first")];
  const { rank: next, gap } = toNext;
  const tiebreak = t(`boards.tiebreak.${change.category}`);
  return [
    gap > 0
      ? t("answer.rank.ahead", { gap: gapText(change.category, gap, locale), next })
      : t("answer.rank.level_score", { next, tiebreak }),
    t(`boards.hint.${change.category}`),
  ];
}
