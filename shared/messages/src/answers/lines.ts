import type { Answer, Locale } from "@beatpass/shared/contracts";
import { createTranslator } from "../translator.ts";
import { cleanText } from "../wording/clean-text.ts";
import { achievementsLines } from "./achievements.ts";
import type { AnswerContext, AnswerLines } from "./answer-lines.ts";
import { insightsLines } from "./insights.ts";
import { leaderboardLines } from "./leaderboard.ts";
import { progressLines } from "./progress.ts";
import { rankLines } from "./rank.ts";
import { statsLines } from "./stats.ts";

/** Names the button that opens the form for a linking code. */
export const LINK_START = "link";

type AnswerOf<Is extends Answer["is"]> = Extract<Answer, { is: Is }>;
type Writers = { [Is in Answer["is"]]: (answer: AnswerOf<Is>, locale: Locale, context: AnswerContext) => AnswerLines };

const WRITERS: Writers = {
  stats: statsLines,
  progress: progressLines,
  achievements: achievementsLines,
  insights: insightsLines,
  leaderboard: leaderboardLines,
  rank: rankLines,
  unlinked: (_answer, locale) => {
    const t = createTranslator(locale);
    return {
      lines: [t("answer.unlinked.self")],
      buttons: [{ label: t("link.start.button"), action: LINK_START, style: "primary" }],
    };
  },
  "unlinked-member": (_answer, locale, { member = "" }) => ({
    lines: [createTranslator(locale)("answer.unlinked.other", { member: cleanText(member) })],
  }),
  unknown: ({ query }, locale, { hasNoList = false }) => ({
    lines: [
      createTranslator(locale)(hasNoList ? "answer.unknown.no_list" : "answer.unknown", { query: cleanText(query) }),
    ],
  }),
  "no-insights": (_answer, locale) => {
    const t = createTranslator(locale);
    return { title: t("denied.track.title"), lines: [t("denied.track.body")] };
  },
};

/** The words of an answer, before any platform. */
export function answerLines(answer: Answer, locale: Locale, context: AnswerContext): AnswerLines {
  // TypeScript cannot pair a union's member with its own writer; the table above is what is checked.
  const write = WRITERS[answer.is] as (answer: Answer, locale: Locale, context: AnswerContext) => AnswerLines;
  const lines = write(answer, locale, context);
  const isDemo = "demo" in answer && answer.demo;
  return isDemo ? { demo: createTranslator(locale)("announce.demo"), ...lines } : lines;
}

/** Whether figures stand in it which its asker may show to the channel: never listeners, money or losses. */
export const isShareable = ({ is }: Answer): boolean =>
  is === "stats" || is === "progress" || is === "achievements" || is === "leaderboard";

/** The server cannot be asked right now. */
export const downLines = (requestId: string, locale: Locale): AnswerLines => ({
  lines: [createTranslator(locale)("answer.down", { requestId })],
});
