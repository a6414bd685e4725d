import type { Locale } from "@beatpass/shared/contracts";
import { MS_PER_DAY } from "@beatpass/shared/metrics";
import { whenText } from "./when.ts";

const START = "\ue002";
const BETWEEN = "\ue003";
const END = "\ue004";
/** Finds relative times in a line: seconds since 1970, and their words. */
const RELATIVE = /\ue002(\d+)\ue003([^\ue004]*)\ue004/g;

const WEEK_MS = 7 * MS_PER_DAY;

/** How long ago an instant was, within a line of plain text; a platform may keep it true while the line stands there. */
export function relativeTime(instant: string, now: Date, locale: Locale): string {
  const words = whenText(instant, now, locale);
  const at = Date.parse(instant);
  return now.getTime() - at < WEEK_MS ? `${START}${Math.floor(at / 1000)}${BETWEEN}${words}${END}` : words;
}

/** As the words that were true when they were written. */
export const inWords = (line: string): string => line.replaceAll(RELATIVE, "$2");

/** As Discord counts on by itself, in the language of whoever reads it. */
export const inDiscordTime = (line: string): string => line.replaceAll(RELATIVE, "<t:$1:R>");
