import type { Locale } from "@beatpass/shared/contracts";

/** A date as the options ask for it. French calls the first day of a month “1er”, which browsers do not. */
export const dateText = (date: Date, locale: Locale, options: Intl.DateTimeFormatOptions): string =>
  inWords(new Intl.DateTimeFormat(locale, options).formatToParts(date), locale);

/** Both ends of a range, with what they share said once. */
export const dateRangeText = (from: Date, to: Date, locale: Locale, options: Intl.DateTimeFormatOptions): string =>
  inWords(new Intl.DateTimeFormat(locale, options).formatRangeToParts(from, to), locale);

const inWords = (parts: { type: string; value: string }[], locale: Locale): string =>
  parts.map(({ type, value }) => (locale === "fr" && type === "day" && value === "1" ? "1er" : value)).join("");
