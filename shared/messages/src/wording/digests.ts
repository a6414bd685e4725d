import type { Locale } from "@beatpass/shared/contracts";
import { createTranslator, isMessageKey } from "../translator.ts";
import { dateText } from "./dates.ts";
import { percentText } from "./figures.ts";
import { shownShare } from "./how-far.ts";

const DAY_MONTH = { day: "numeric", month: "short", timeZone: "UTC" } as const;

/** The two ends of some days, each a day and a month. */
export function dayRange({ from, to }: { from: string; to: string }, locale: Locale): { from: string; to: string } {
  const text = (day: string) => dateText(new Date(day), locale, DAY_MONTH);
  return { from: text(from), to: text(to) };
}

/** Places gained or lost. */
export function movementText(steps: number, locale: Locale): string {
  const t = createTranslator(locale);
  if (steps === 0) return t("rank.same");
  return steps > 0 ? t("rank.up", { steps }) : t("rank.down", { steps: -steps });
}

/** What is left to an unlock: a count where one reads well, else the share of the way. */
export function remainingOf(
  { current, target, unit }: { current: number; target: number; unit?: string | undefined },
  locale: Locale,
): string | undefined {
  const t = createTranslator(locale);
  const key = `remaining.${unit}`;
  if (current >= target) return undefined;
  if (unit === undefined || unit === "plays" || !isMessageKey(key))
    return t("remaining.percent", { percent: percentText(shownShare(current / target), locale) });
  return t(key, { n: Math.ceil(target - current) });
}
