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
  const { board, among, me } = answer;
  const { category, rows, total } = board;
  if (rows.length === 0) return { lines: [t("answer.board.empty")] };
  const mine = board.me;
  const isShown = rows.some(({ producerId }) => producerId === me);
  return {
    title: t("answer.board.title", {
      category: t(`category.${category}`),
      period: periodName(board.period, locale),
      among: among ? cleanText(among.name, 60) : t("command.among.all"),
    }),
    lines: [
      ...rows.map(({ rank, name, score }) =>
        t("answer.board.line", {
          rank,
          name: cleanText(name, NAME_LENGTH),
          score: boardScore(category, score, locale),
        }),
      ),
      mine && !isShown
        ? t("answer.board.me", { rank: mine.rank, total, score: boardScore(category, mine.score, locale) })
        : t("answer.board.total", { total }),
    ],
    small: freshness(answer.asOf, now, locale),
    ...linkTo(t("announce.board.button"), answer.url),
  };
}
