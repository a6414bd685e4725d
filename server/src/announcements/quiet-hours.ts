import type { CommunityRow } from "../communities/index.ts";

const MINUTE = 60_000;
const DAY = 1440;

/**
 * When a community's quiet hours end, or undefined where none of them are on: the first instant that is not quiet.
 * @param at machine time; the answer is on a minute
 */
export function quietUntil(
  { quietHours, timeZone }: Pick<CommunityRow, "quietHours" | "timeZone">,
  at: number,
): number | undefined {
  if (!quietHours) return undefined;
  const [from, to, localMinute] = [minutesOf(quietHours.from), minutesOf(quietHours.to), clockOf(timeZone)];
  const isQuiet = (instant: number) => {
    const minute = localMinute(instant);
    return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
  };
  if (!isQuiet(at)) return undefined;
  let end = Math.floor(at / MINUTE) * MINUTE;
  const asTheClockGoes = end + ((to - localMinute(at) + DAY) % DAY) * MINUTE;
  if (localMinute(asTheClockGoes) === to) return asTheClockGoes;
  // The clocks change meanwhile, and may leave out the very minute at which quiet hours end.
  while (isQuiet(end)) end += MINUTE;
  return end;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Tells the minute of the day in a time zone. */
function clockOf(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return (at) => minutesOf(format.format(at));
}
