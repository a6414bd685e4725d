import type { Answer, Locale } from "@beatpass/shared/contracts";
import { createTranslator } from "../translator.ts";
import { cleanText } from "../wording/clean-text.ts";
import { periodName } from "../wording/figures.ts";
import { boardScore } from "../wording/scores.ts";
import { type AnswerContext, type AnswerLines, freshness, linkTo } from "./answer-lines.ts";

type LeaderboardAnswer = Extract<Answer, { is: "leaderboard" }>;
/** Ten of the longest names that can be written still fit one message. */
const NAME_LENGTH = 32;

/** What `/beatpass leaderboard` answers: the first ten, the asker's own place where it is not among them. */
export function leaderboardLines(answer: LeaderboardAnswer, locale: Locale, { now }: AnswerContext): AnswerLines {
  const t = createTranslator(locale);
  const { board, among } = answer;
  return {
    title: t("answer.board.title", {
      category: t(`category.${board.category}`),
      period: periodName(board.period, locale),
      among: among ? cleanText(among.name, 60) : t("command.among.all"),
    }),
    lines: board.rows.length === 0 ? [emptyText(answer, locale)] : rowLines(answer, locale),
    small: freshness(answer.asOf, now, locale),
    ...linkTo(t("announce.board.button"), answer.url),
  };
}

function rowLines({ board, me }: LeaderboardAnswer, locale: Locale): string[] {
  const t = createTranslator(locale);
  const { category, rows, total, me: mine } = board;
  const isShown = rows.some(({ producerId }) => producerId === me);
  return [
    ...rows.map(({ rank, name, score }) =>
      t("answer.board.line", { rank, name: cleanText(name, NAME_LENGTH), score: boardScore(category, score, locale) }),
    ),
    mine && !isShown
      ? t("answer.board.me", { rank: mine.rank, total, score: boardScore(category, mine.score, locale) })
      : t("answer.board.total", { total }),
  ];
}

function emptyText({ board, among }: LeaderboardAnswer, locale: Locale): string {
  const t = createTranslator(locale);
  if (board.period !== "all-time") return t("boards.empty.period");
  return t(among ? "answer.board.empty" : "answer.board.empty_all");
}
