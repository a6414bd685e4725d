import type { Locale } from "@beatpass/shared/contracts";
import { createTranslator } from "../translator.ts";
import { dateText } from "./dates.ts";

/**
 * A time of day by the clock: “18:40”, French “18 h 40”.
 * @param timeZone the reader's; that of the machine where absent
 */
export function clockText(at: Date, locale: Locale, timeZone?: string): string {
  const format = new Intl.DateTimeFormat("en", {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    numberingSystem: "latn",
    ...(timeZone !== undefined && { timeZone }),
  });
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return createTranslator(locale)("clock.time", { hour: parts.hour!, minute: parts.minute! });
}

/** A date and the time of day on it. */
export function momentText(
  at: Date,
  locale: Locale,
  { dateStyle = "long", timeZone }: { dateStyle?: "long" | "medium"; timeZone?: string } = {},
): string {
  const date = dateText(at, locale, { dateStyle, ...(timeZone !== undefined && { timeZone }) });
  return createTranslator(locale)("clock.moment", { date, time: clockText(at, locale, timeZone) });
}
