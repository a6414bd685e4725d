import type { Locale } from "@beatpass/shared/contracts";

const MINUTE = 60_000;

/** In how many minutes, begun ones counted whole. */
export const untilText = (instant: string, now: Date, locale: Locale): string =>
  new Intl.RelativeTimeFormat(locale).format(
    Math.max(1, Math.ceil((Date.parse(instant) - now.getTime()) / MINUTE)),
    "minute",
  );
