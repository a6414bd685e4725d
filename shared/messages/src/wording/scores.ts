import type { Locale } from "@beatpass/shared/contracts";
import type { Category } from "@beatpass/shared/rules";
import { createTranslator } from "../translator.ts";
import { scoreText } from "./figures.ts";

const SMALLEST_SHOWN = 0.001;

/** A score with its category's unit. A share or a mean in percent is one, never rounded to nothing. */
export function boardScore(category: Category, score: number, locale: Locale): string {
  if (category !== "quality" && category !== "earnings") return scoreText(category, score, locale);
  const digits = score < 1 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: score < 10 ? 1 : 0 };
  const text = new Intl.NumberFormat(locale, { style: "percent", ...digits }).format(score / 100);
  return text.replace("\u00a0%", "\u202f%");
}

/** What lies between two scores, with its unit. @param gap above 0 */
export function gapText(category: Category, gap: number, locale: Locale): string {
  const t = createTranslator(locale);
  if (gap >= 0.1) return scoreText(category, gap, locale);
  if (gap >= SMALLEST_SHOWN) return t(`unit.${category}`, { n: Number(gap.toPrecision(1)) });
  return t("boards.gap.less", { gap: smallestText(category, locale) });
}

/** By how much a score moved, signed and with its unit, or in words where that is too little; nothing where it held still. */
export function changeText(category: Category, change: number, locale: Locale): string | undefined {
  if (change === 0) return undefined;
  const isUp = change > 0;
  if (Math.abs(change) >= SMALLEST_SHOWN) return `${isUp ? "+" : "−"}${gapText(category, Math.abs(change), locale)}`;
  const gap = smallestText(category, locale);
  return createTranslator(locale)(isUp ? "boards.change.up" : "boards.change.down", { gap });
}

const smallestText = (category: Category, locale: Locale): string =>
  createTranslator(locale)(`unit.${category}`, { n: SMALLEST_SHOWN });
