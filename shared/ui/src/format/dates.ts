import { whenText } from "@beatpass/messages";
import type { Locale } from "@beatpass/shared/contracts";

const UTC = { timeZone: "UTC" } as const;
const at = (isoDate: string): Date => new Date(`${isoDate.slice(0, 10)}T00:00:00Z`);

/** A UTC day: "23 Nov 2026". */
export const formatDate = (isoDate: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", ...UTC }).format(at(isoDate));

/** A UTC day without its year: for axes and tooltips. */
export const formatDay = (isoDate: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", ...UTC }).format(at(isoDate));

export const formatMonth = (isoDate: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { month: "short", year: "numeric", ...UTC }).format(at(isoDate));

/** Both ends of a range, with what they share said once: "Nov 3 – 9, 2026". */
export const formatRange = ({ from, to }: { from: string; to: string }, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", ...UTC }).formatRange(
    at(from),
    at(to),
  );

/** How long ago, up to a week; the date from then on. */
export const formatWhen = (iso: string, locale: Locale, now: Date = new Date()): string => whenText(iso, now, locale);
