import type { Locale } from "@beatpass/shared/contracts";
import { createTranslator } from "../translator.ts";
import { joinParts } from "../wording/joins.ts";
import { relativeTime } from "../wording/relative-time.ts";

/** A way on: an address, or something the bot does when it is pressed. */
export type AnswerButton =
  | { label: string; url: string }
  | { label: string; action: string; value?: string; style?: "primary" | "danger" };

/** An answer before any platform: plain single lines, user text cleaned but not escaped. */
export type AnswerLines = {
  /** Says that the people are made up. */
  demo?: string;
  /** Absent where there are no figures to head. */
  title?: string;
  lines: string[];
  /** Small print: how fresh the figures are. */
  small?: string;
  buttons?: AnswerButton[];
};

export type AnswerContext = {
  now: Date;
  /** Whom the question named, where it named another member than the one who asks. */
  member?: string;
  /** Nothing was offered while the question was typed. */
  hasNoList?: boolean;
};

/** The small print under figures: always how old they are, and whose word they are. */
export function freshness(asOf: string, now: Date, locale: Locale, basis?: "computed" | "reported"): string {
  const t = createTranslator(locale);
  return joinParts([
    basis === "reported" ? t("announce.reported") : undefined,
    t("answer.asof", { when: relativeTime(asOf, now, locale) }),
  ]);
}

/** A link button, where there is an address to lead to. */
export const linkTo = (label: string, url: string | undefined): { buttons?: AnswerButton[] } =>
  url !== undefined && /^https?:\/\//.test(url) ? { buttons: [{ label, url }] } : {};
