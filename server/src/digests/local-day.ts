import { MS_PER_DAY } from "@beatpass/shared/metrics";

/** From this hour of its day on, in the time zone it is told in, a digest goes out. */
const DIGEST_HOUR = 18;

export type LocalDay = { /** "2026-11-23" */ date: string /** 1 Monday to 7 Sunday. */; weekday: number; hour: number };

const formats = new Map<string, Intl.DateTimeFormat>();

/** The day and hour it is somewhere. @param at machine time, ms */
export function localDay(at: number, timeZone: string): LocalDay {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat("en-CA", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      hourCycle: "h23",
    });
  formats.set(timeZone, format);
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const date = `${parts.year}-${parts.month}-${parts.day}`;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
  return { date, weekday, hour: Number(parts.hour) };
}

/** From this hour on one that was missed is made up for: nobody is woken up. */
const MORNING_HOUR = 9;

export type Evening = { date: string; weekday: number; isLate: boolean };

/**
 * The evening whose digest may go out: today's from its hour on, from the morning until then yesterday's, for whom it was
 * missed.
 * @param at machine time, ms
 */
export function lastEvening(at: number, timeZone: string): Evening | undefined {
  const { date, weekday, hour } = localDay(at, timeZone);
  if (hour >= DIGEST_HOUR) return { date, weekday, isLate: false };
  if (hour < MORNING_HOUR) return undefined;
  return { date: daysBefore(date, 1), weekday: weekday === 1 ? 7 : weekday - 1, isLate: true };
}

/** @param date "2026-11-23" */
export const daysBefore = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) - days * MS_PER_DAY).toISOString().slice(0, 10);

export type Week = { from: string; to: string; fromDay: number; toDay: number; start: number; end: number };

/** A week by its own days. */
export const weekOf = ({ to }: { to: string }): Week => weekBefore(daysBefore(to, -1));

/** The seven UTC days before a date: as days, as numbers of days and as instants, the end exclusive. */
export function weekBefore(date: string): Week {
  const end = Date.parse(`${date}T00:00:00Z`);
  const start = end - 7 * MS_PER_DAY;
  const iso = (at: number) => new Date(at).toISOString().slice(0, 10);
  return {
    from: iso(start),
    to: iso(end - MS_PER_DAY),
    fromDay: start / MS_PER_DAY,
    toDay: end / MS_PER_DAY - 1,
    start,
    end,
  };
}
