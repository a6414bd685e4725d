import type { Activity } from "@beatpass/shared/contracts";

export type CalendarDay = Activity["calendar"][number];

const WEEK = 7;

/** The calendar's columns: weeks from Monday; the last one ends with today. */
export const weeksOf = (calendar: readonly CalendarDay[]): CalendarDay[][] =>
  Array.from({ length: Math.ceil(calendar.length / WEEK) }, (_, week) =>
    calendar.slice(week * WEEK, (week + 1) * WEEK),
  );

/** Months over the columns: each with the first day of its first week, and how many weeks begin in it. */
export function monthsOf(weeks: readonly CalendarDay[][]): { date: string; weeks: number }[] {
  const months: { date: string; weeks: number }[] = [];
  for (const week of weeks) {
    const { date } = week[0]!;
    const month = months.at(-1);
    if (month && month.date.slice(0, 7) === date.slice(0, 7)) month.weeks++;
    else months.push({ date, weeks: 1 });
  }
  return months;
}

export type CalendarFigures = {
  uploads: number;
  activeDays: number;
  /** The earliest of equals; undefined without an upload. */
  busiest: CalendarDay | undefined;
  /** Most weeks in a row with an upload in each. */
  longestRun: number;
};

export function calendarFigures(calendar: readonly CalendarDay[]): CalendarFigures {
  const active = calendar.filter(({ uploads }) => uploads > 0);
  let [run, longestRun] = [0, 0];
  for (const week of weeksOf(calendar)) {
    run = week.some(({ uploads }) => uploads > 0) ? run + 1 : 0;
    longestRun = Math.max(longestRun, run);
  }
  return {
    uploads: active.reduce((sum, { uploads }) => sum + uploads, 0),
    activeDays: active.length,
    busiest: active.reduce<CalendarDay | undefined>(
      (best, day) => (!best || day.uploads > best.uploads ? day : best),
      undefined,
    ),
    longestRun,
  };
}

/** Where an arrow key leads from a day: weeks beside, days above and below; undefined for other keys. */
export function dayAfterKey(key: string, day: number, days: number): number | undefined {
  const steps: Record<string, number> = { ArrowLeft: -WEEK, ArrowRight: WEEK, ArrowUp: -1, ArrowDown: 1 };
  if (key === "Home") return 0;
  if (key === "End") return days - 1;
  const step = steps[key];
  if (step === undefined) return undefined;
  const next = day + step;
  return next < 0 || next >= days ? day : next;
}
