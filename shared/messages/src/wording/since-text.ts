import type { Locale } from "@beatpass/shared/contracts";
import { createTranslator } from "../translator.ts";

const DAY = 86_400_000;

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
  if (days >= 7)
    return t("since.date", {
      date: new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", ...zone }).format(at),
    });
  const time = t("since.time", timeParts(at, zone));
  if (days <= 0) return t("since.today", { time });
  if (days === 1) return t("since.yesterday", { time });
  return t("since.weekday", {
    weekday: new Intl.DateTimeFormat(locale, { weekday: "long", ...zone }).format(at),
    time,
  });
}

type Zone = { timeZone?: string };

/** The calendar day in a zone, counted. */
function dayNumber(at: Date, zone: Zone): number {
  const { year, month, day } = parts(at, { year: "numeric", month: "numeric", day: "numeric", ...zone });
  return Date.UTC(Number(year), Number(month) - 1, Number(day)) / DAY;
}

function timeParts(at: Date, zone: Zone): { hour: string; minute: string } {
  const { hour, minute } = parts(at, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", ...zone });
  return { hour: hour!, minute: minute! };
}

const parts = (at: Date, options: Intl.DateTimeFormatOptions): Partial<Record<Intl.DateTimeFormatPartTypes, string>> =>
  Object.fromEntries(
    new Intl.DateTimeFormat("en", { calendar: "gregory", numberingSystem: "latn", ...options })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
