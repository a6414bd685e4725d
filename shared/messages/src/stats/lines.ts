import type { Locale, StatsAnswer } from "@beatpass/shared/contracts";
import { MAX_LEVEL } from "@beatpass/shared/rules";
import { createTranslator } from "../translator.ts";
import { cleanText } from "../wording/clean-text.ts";
import { periodName } from "../wording/figures.ts";
import { joinParts } from "../wording/joins.ts";
import { whenText } from "../wording/when.ts";

/** What `/beatpass stats` answers, before any platform: plain single lines, user text cleaned but not escaped. */
export type StatsLines = {
  demo?: string;
  /** Absent where there are no figures to head. */
  title?: string;
  lines: string[];
  button?: { label: string; url: string };
};

export type StatsContext = {
  now: Date;
  /** Whom the question named, where it named another member than the one who asks. */
  member?: string;
};

/** The answer's words. “As of” is always shown with figures. */
export function statsLines(answer: StatsAnswer, locale: Locale, { now, member }: StatsContext): StatsLines {
  const t = createTranslator(locale);
  if (answer.status === "unknown") return { lines: [t("answer.unknown", { query: cleanText(answer.query) })] };
  if (answer.status === "unlinked") {
    if (member === undefined) return { lines: [t("answer.unlinked.self")] };
    return { lines: [t("answer.unlinked.other", { member: cleanText(member) })] };
  }
  const { producer, level, title, xpToNext, tracks, plays, followers, rank } = answer;
  return {
    ...(producer.demo && { demo: t("announce.demo") }),
    title: t("answer.stats.title", { name: cleanText(producer.name), level }),
    lines: [
      level < MAX_LEVEL ? t("answer.stats.line", { title, xpToNext, next: level + 1 }) : title,
      t("answer.stats.figures", { tracks, plays, followers }),
      ...(rank ? [rankLine(rank, locale)] : []),
      joinParts([
        answer.basis === "reported" ? t("announce.reported") : undefined,
        t("answer.asof", { when: whenText(answer.asOf, now, locale) }),
      ]),
    ],
    ...(answer.url !== undefined &&
      /^https?:\/\//.test(answer.url) && { button: { label: t("announce.level_up.button"), url: answer.url } }),
  };
}

type Rank = NonNullable<Extract<StatsAnswer, { status: "found" }>["rank"]>;

function rankLine({ category, period, rank, total }: Rank, locale: Locale): string {
  const t = createTranslator(locale);
  return t("answer.stats.rank", {
    category: t(`category.${category}`),
    period: periodName(period, locale),
    rank,
    total,
  });
}
