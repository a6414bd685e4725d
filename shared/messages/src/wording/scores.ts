import type { Locale } from "@beatpass/shared/contracts";
import { type Category, tierOf } from "@beatpass/shared/rules";
import { createTranslator } from "../translator.ts";
import { scoreText, unitText } from "./figures.ts";

const SMALLEST_SHOWN = 0.001;

/** A score with its category's unit. A share or a mean in percent is one, never rounded to nothing. */
export function boardScore(category: Category, score: number, locale: Locale): string {
  if (category !== "quality" && category !== "earnings")
    return unitText(category, roundInTier(category, score, 1), locale);
  const digits = score < 1 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: MOST_DIGITS };
  const shown = score < 1 ? score : roundInTier(category, score, score < 10 ? 1 : 0);
  const text = new Intl.NumberFormat(locale, { style: "percent", ...digits }).format(shown / 100);
  return text.replace("\u00a0%", "\u202f%");
}

const MOST_DIGITS = 3;

/** Rounded, with as many decimals more as it takes to stay on its side of a tier's threshold: 79.95 is not 80. */
function roundInTier(category: Category, score: number, decimals: number): number {
  const unit = 10 ** decimals;
  const rounded = Math.round(score * unit) / unit;
  // Of a percentile tier the rank decides, which is the same for both.
  if (tierOf(category, rounded, 1, 1) === tierOf(category, score, 1, 1)) return rounded;
  return decimals < MOST_DIGITS ? roundInTier(category, score, decimals + 1) : Math.floor(score * unit) / unit;
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
