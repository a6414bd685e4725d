import type { Locale } from "@beatpass/shared/contracts";
import type { Category } from "@beatpass/shared/rules";
import { createTranslator } from "../translator.ts";
import { cleanText } from "./clean-text.ts";

/** A leaderboard's period in words; a season as its months and year. */
export function periodName(period: string, locale: Locale): string {
  const t = createTranslator(locale);
  if (period === "all-time" || period === "7d" || period === "30d") return t(`period.${period}`);
  const season = /^(\d{4})-(H[12])$/.exec(period);
  return season ? t("period.season", { year: season[1]!, half: season[2]! }) : cleanText(period);
}

/** An amount of a board's score with its unit: “212 plays”. Scores are shown with one decimal at most. */
export const scoreText = (category: Category, amount: number, locale: Locale): string =>
  unitText(category, Math.round(amount * 10) / 10, locale);

/** An amount as it is, with its unit. */
export const unitText = (category: Category, amount: number, locale: Locale): string =>
  createTranslator(locale)(`unit.${category}`, { n: amount });

/** A platform as pages and answers name it: most go by their own name in every language. */
export const platformName = (platform: string, locale: Locale): string =>
  platform === "other" || platform === "web"
    ? createTranslator(locale)(`insights.platform.${platform}`)
    : cleanText(platform);

/** A ratio as a percentage; a decimal only where it would otherwise read as nothing. */
export function percentText(ratio: number, locale: Locale): string {
  const maximumFractionDigits = ratio < 0.01 ? 1 : 0;
  const text = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits }).format(ratio);
  // French typography wants the narrow no-break space, which not every version of the locale data has.
  return text.replace("\u00a0%", "\u202f%");
}

/** A change as a percentage with its sign; what is nought as shown has none. */
export function percentChangeText(ratio: number, locale: Locale): string {
  const size = percentText(Math.abs(ratio), locale);
  return size === percentText(0, locale) ? size : `${ratio < 0 ? "−" : "+"}${size}`;
}
