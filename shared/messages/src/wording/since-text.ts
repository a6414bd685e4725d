import type { Locale } from "@beatpass/shared/contracts";
import { MS_PER_DAY } from "@beatpass/shared/metrics";
import { createTranslator } from "../translator.ts";
import { clockText } from "./clock.ts";
import { dateText } from "./dates.ts";

/**
 * An instant in the past as it follows “since”: its time today, “yesterday 18:40”, a weekday within a week, its date
 * from then on.
 * @param timeZone the reader's; that of the machine where absent
 */
export function sinceText(instant: string, now: Date, locale: Locale, timeZone?: string): string {
  const t = createTranslator(locale);
  const at = new Date(instant);
  const zone = timeZone === undefined ? {} : { timeZone };
  const days = dayNumber(now, zone) - dayNumber(at, zone);
  if (days >= 7) return t("since.date", { date: dateText(at, locale, { day: "numeric", month: "long", ...zone }) });
  const time = clockText(at, locale, timeZone);
  if (days <= 0) return t("since.today", { time });
  if (days === 1) return t("since.yesterday", { time });
  return t("since.weekday", {
    weekday: dateText(at, locale, { weekday: "long", ...zone }),
    time,
  });
}

type Zone = { timeZone?: string };

/** The calendar day in a zone, counted. */
function dayNumber(at: Date, zone: Zone): number {
  const format = new Intl.DateTimeFormat("en", {
    calendar: "gregory",
    numberingSystem: "latn",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    ...zone,
  });
  const { year, month, day } = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return Date.UTC(Number(year), Number(month) - 1, Number(day)) / MS_PER_DAY;
}
