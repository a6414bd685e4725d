import { MS_PER_DAY } from "../metrics/days.ts";

/** The days of the year on which a publication is seasonal (spec §4 Seasonal). */
export const UPLOAD_SEASONS = ["shadow-regent", "santas-helper", "opening-act", "lover-boy"] as const;
export type UploadSeason = (typeof UPLOAD_SEASONS)[number];

/** Month and day as one number, 1030 = October 30; both ends included. */
const SPANS: readonly (readonly [season: UploadSeason, from: number, to: number])[] = [
  ["shadow-regent", 1030, 1101],
  ["santas-helper", 1223, 1226],
  ["opening-act", 1231, 1231],
  ["opening-act", 101, 102],
  ["lover-boy", 213, 215],
];

/** The season in which an instant falls, in the producer's time zone, UTC when unknown. */
export function uploadSeason(instantMs: number, timeZone?: string | null): UploadSeason | undefined {
  const day = Math.floor(instantMs / MS_PER_DAY);
  const inUtc = seasonOfUtcDay(day);
  // No clock on earth is a whole day away from UTC: most instants need no calendar of their zone.
  if (!timeZone || !(inUtc ?? seasonOfUtcDay(day - 1) ?? seasonOfUtcDay(day + 1))) return inUtc;
  const format = formatFor(timeZone);
  return format ? seasonOfDate(localMonthDay(instantMs, format)) : inUtc;
}

const seasonOfDate = (monthDay: number): UploadSeason | undefined =>
  SPANS.find(([, from, to]) => monthDay >= from && monthDay <= to)?.[0];

/** Remembered: a million tracks are published on a few thousand days. */
const utcDays = new Map<number, UploadSeason | undefined>();

function seasonOfUtcDay(day: number): UploadSeason | undefined {
  if (!utcDays.has(day)) {
    const date = new Date(day * MS_PER_DAY);
    utcDays.set(day, seasonOfDate((date.getUTCMonth() + 1) * 100 + date.getUTCDate()));
  }
  return utcDays.get(day);
}

const formats = new Map<string, Intl.DateTimeFormat | undefined>();

function formatFor(timeZone: string): Intl.DateTimeFormat | undefined {
  if (!formats.has(timeZone)) formats.set(timeZone, makeFormat(timeZone));
  return formats.get(timeZone);
}

function makeFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat("en-u-ca-iso8601", { timeZone, month: "numeric", day: "numeric" });
  } catch (error) {
    // A zone that this machine has never heard of is an unknown one.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function localMonthDay(instantMs: number, format: Intl.DateTimeFormat): number {
  const parts = format.formatToParts(instantMs);
  const numberOf = (type: "month" | "day") => Number(parts.find((part) => part.type === type)?.value);
  return numberOf("month") * 100 + numberOf("day");
}
