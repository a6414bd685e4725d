import type { Locale } from "@beatpass/shared/contracts";
import { MS_PER_DAY } from "@beatpass/shared/metrics";
import { dateText } from "./dates.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long ago an instant was, up to a week; its UTC date from then on. */
export function whenText(instant: string, now: Date, locale: Locale): string {
  const at = new Date(instant);
  const age = Math.max(0, now.getTime() - at.getTime());
  if (age >= 7 * MS_PER_DAY) return dateText(at, locale, { dateStyle: "long", timeZone: "UTC" });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  if (age < MINUTE) return relative.format(0, "second");
  if (age < HOUR) return relative.format(-Math.floor(age / MINUTE), "minute");
  if (age < MS_PER_DAY) return relative.format(-Math.floor(age / HOUR), "hour");
  return relative.format(-Math.floor(age / MS_PER_DAY), "day");
}
