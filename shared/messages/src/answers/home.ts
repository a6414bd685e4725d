import type { Answer, Locale, StatsAnswer } from "@beatpass/shared/contracts";
import { createTranslator } from "../translator.ts";
import type { AnswerButton, AnswerContext, AnswerLines } from "./answer-lines.ts";
import { progressLines } from "./progress.ts";
import { figuresLine, rankLine } from "./stats.ts";

/** Names the button that asks for the home anew. */
export const HOME_REFRESH = "home-refresh";

/** A producer's overview: level, XP, figures, rank and the nearest achievement. @param more what else may be done there */
export function homeLines(
  stats: StatsAnswer,
  progress: Extract<Answer, { is: "progress" }>,
  locale: Locale,
  context: AnswerContext,
  more: readonly AnswerButton[],
): AnswerLines {
  const t = createTranslator(locale);
  const { lines, buttons = [], ...rest } = progressLines(progress, locale, context);
  const { rank } = stats;
  const [bar = "", ...others] = lines;
  return {
    ...(stats.demo && { demo: t("announce.demo") }),
    ...rest,
    lines: [bar, figuresLine(stats, locale), ...(rank ? [rankLine(rank, locale)] : []), ...others],
    buttons: [{ label: t("answer.home.refresh"), action: HOME_REFRESH }, ...more, ...buttons],
  };
}
