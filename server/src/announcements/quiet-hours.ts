import type { CommunityRow } from "../communities/index.ts";

const MINUTE = 60_000;
const DAY = 1440;

/**
 * When a community's quiet hours end, or undefined where none of them are on.
 * @param at machine time; the answer is on a minute
 */
export function quietUntil(
  { quietHours, timeZone }: Pick<CommunityRow, "quietHours" | "timeZone">,
  at: number,
): number | undefined {
  if (!quietHours) return undefined;
  const [from, to, minute] = [minutesOf(quietHours.from), minutesOf(quietHours.to), localMinute(timeZone, at)];
  const isQuiet = from <= to ? minute >= from && minute < to : minute >= from || minute < to;
  if (!isQuiet) return undefined;
  const end = Math.floor(at / MINUTE) * MINUTE + ((to - minute + DAY) % DAY) * MINUTE;
  // Where the clocks change meanwhile, the hour that is gained or lost is put right.
  const off = ((to - localMinute(timeZone, end) + DAY + DAY / 2) % DAY) - DAY / 2;
  return end + off * MINUTE;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function localMinute(timeZone: string, at: number): number {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return minutesOf(format.format(at));
}
