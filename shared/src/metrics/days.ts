/** UTC days as whole numbers since 1970-01-01, and the bars of a range (spec §5 "plays over time"). */

export const MS_PER_DAY = 86_400_000;

/** "2026-11-23", a UTC day. */
export type IsoDate = string;

/** The UTC day in which an instant lies: whole days since 1970-01-01. */
export const dayOf = (instantMs: number): number => Math.floor(instantMs / MS_PER_DAY);
/** The instant at which a day begins in UTC, ms. */
export const startOfDay = (day: number): number => day * MS_PER_DAY;
/** @returns "2026-11-23" */
export function isoDate(day: number): IsoDate {
  const known = isoDates.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
  if (isoDates.size >= MOST_ISO_DATES) isoDates.clear();
  isoDates.set(day, date);
  return date;
}
/** Insights name every day of a range several times, mostly the same days: making a date anew was a tenth of their time. */
const isoDates = new Map<number, IsoDate>();
const MOST_ISO_DATES = 10_000;
/** @returns the day of "2026-11-23", or undefined where there is no such date */
export function parseIsoDate(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const ms = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(ms)) return undefined;
  const day = dayOf(ms);
  return isoDate(day) === text ? day : undefined;
}

/** Days, both ends included. */
export type DayRange = { from: number; to: number };
/** How many days a range has, both ends counted. */
export const daysIn = ({ from, to }: DayRange): number => to - from + 1;
/** As many days, right before the range: what growth is compared with (spec §5). */
export const previousRange = (range: DayRange): DayRange => ({ from: range.from - daysIn(range), to: range.from - 1 });

export const RANGE_PRESETS = ["7d", "30d", "90d", "month", "year", "all"] as const;
export type RangePreset = (typeof RANGE_PRESETS)[number];

/** @param today the current UTC day @param firstDay the first day with anything to show, where "all" begins */
export function presetRange(preset: RangePreset, today: number, firstDay: number): DayRange {
  const date = new Date(startOfDay(today));
  switch (preset) {
    case "7d":
      return { from: today - 6, to: today };
    case "30d":
      return { from: today - 29, to: today };
    case "90d":
      return { from: today - 89, to: today };
    case "month":
      return { from: dayOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1)), to: today };
    case "year":
      return { from: dayOf(Date.UTC(date.getUTCFullYear(), 0, 1)), to: today };
    case "all":
      return { from: Math.min(firstDay, today), to: today };
  }
}

export type BarSize = "day" | "week" | "month";
/** A bar per day up to 92 days, per week up to 366, else per month (spec §5). */
export function barSize(range: DayRange): BarSize {
  const days = daysIn(range);
  if (days <= 92) return "day";
  return days <= 366 ? "week" : "month";
}

/** First day of the bar that holds a day; weeks begin on Monday (1970-01-01 was a Thursday). */
export function barStart(day: number, size: BarSize): number {
  if (size === "day") return day;
  if (size === "week") return day - ((((day + 3) % 7) + 7) % 7);
  const date = new Date(startOfDay(day));
  return dayOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1));
}

/** The first days of all bars of a range, clipped to its beginning; empty bars included (contract: series). */
export function barsOf(range: DayRange): { size: BarSize; starts: number[] } {
  const size = barSize(range);
  const starts: number[] = [];
  for (let day = range.from; day <= range.to; day = nextBar(day, size)) starts.push(day);
  return { size, starts };
}

function nextBar(day: number, size: BarSize): number {
  const start = barStart(day, size);
  if (size === "day") return day + 1;
  if (size === "week") return start + 7;
  const date = new Date(startOfDay(start));
  return dayOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1));
}
