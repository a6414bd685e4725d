import type { Locale } from "@beatpass/shared/contracts";

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, options);
    formats.set(key, format);
  }
  return format;
}

/** French typography wants the narrow no-break space before %, which not every locale data has. */
const narrow = (text: string): string => text.replace(/\u00a0%/g, "\u202f%");

/** 12,431 → "12.4K": big figures shorten from ten thousand on; show the exact one beside (formatExact). */
export const formatCount = (value: number, locale: Locale): string =>
  value >= 10_000
    ? numberFormat(locale, { notation: "compact", maximumFractionDigits: 1 }).format(value)
    : formatExact(value, locale);

/** Every digit, no decimals: "12,345". */
export const formatExact = (value: number, locale: Locale): string =>
  numberFormat(locale, { maximumFractionDigits: 0 }).format(value);

/** One decimal below ten, none above. */
export const formatDecimal = (value: number, locale: Locale): string =>
  numberFormat(locale, { maximumFractionDigits: Math.abs(value) < 10 ? 1 : 0 }).format(value);

/** A ratio as a percentage; without decimals from 10 % on. */
export const formatPercent = (ratio: number, locale: Locale): string =>
  narrow(
    numberFormat(locale, { style: "percent", maximumFractionDigits: Math.abs(ratio) < 0.1 ? 1 : 0 }).format(ratio),
  );

/** A change with its sign, as wide as a plus: "+12%", "−3.4%". */
export const formatChange = (ratio: number, locale: Locale): string =>
  narrow(
    numberFormat(locale, {
      style: "percent",
      signDisplay: "exceptZero",
      maximumFractionDigits: Math.abs(ratio) < 0.1 ? 1 : 0,
    }).format(ratio),
  ).replace(/^-/, "\u2212");

/** A change as it is shown large: from ten times on as a multiple, since "+17,720%" says nothing to anybody. */
export const formatRise = (ratio: number, locale: Locale): string =>
  ratio < 9 ? formatChange(ratio, locale) : `×${locale === "fr" ? "\u00a0" : ""}${formatExact(1 + ratio, locale)}`;

/**
 * Milliseconds as minutes and seconds below an hour ("2:05"), hours and minutes up to ten ("3 h 20 min"), whole hours
 * above ("47 h").
 */
export function formatDuration(ms: number, locale: Locale): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 3600) return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  if (seconds >= 36_000) return `${formatExact(seconds / 3600, locale)} h`;
  return `${Math.floor(seconds / 3600)} h ${String(Math.floor((seconds % 3600) / 60)).padStart(2, "0")} min`;
}
