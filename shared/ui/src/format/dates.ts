import { clockText, dateRangeText, dateText, momentText, whenText } from "@beatpass/messages";
import type { Locale } from "@beatpass/shared/contracts";

const UTC = { timeZone: "UTC" } as const;
const at = (isoDate: string): Date => new Date(`${isoDate.slice(0, 10)}T00:00:00Z`);

/** A UTC day: "23 Nov 2026". */
export const formatDate = (isoDate: string, locale: Locale): string =>
  dateText(at(isoDate), locale, { day: "numeric", month: "short", year: "numeric", ...UTC });

/** A UTC day without its year: for axes and tooltips. */
export const formatDay = (isoDate: string, locale: Locale): string =>
  dateText(at(isoDate), locale, { day: "numeric", month: "short", ...UTC });

/** "Nov 2026"; of any day in it. */
export const formatMonth = (isoDate: string, locale: Locale): string =>
  dateText(at(isoDate), locale, { month: "short", year: "numeric", ...UTC });

/** Both ends of a range, with what they share said once: "Nov 3 – 9, 2026". */
export const formatRange = ({ from, to }: { from: string; to: string }, locale: Locale): string =>
  dateRangeText(at(from), at(to), locale, { day: "numeric", month: "short", year: "numeric", ...UTC });

/** How long ago, up to a week; the date from then on. */
export const formatWhen = (iso: string, locale: Locale, now: Date = new Date()): string => whenText(iso, now, locale);

/** The day and the minute of an instant where the reader is: for what is exact on hover. */
export const formatMoment = (iso: string, locale: Locale): string => momentText(new Date(iso), locale);

/** The minute of an instant where the reader is: “18:40”. */
export const formatClock = (iso: string, locale: Locale): string => clockText(new Date(iso), locale);
