import { movementText, sinceText, type Translate } from "@beatpass/messages";
import type { Locale } from "@beatpass/shared/contracts";

type Reader = { t: Translate; locale: Locale; now: Date; timeZone?: string };

/**
 * Places gained or lost, and since when: "unchanged since the refresh before, 22:18".
 * @param comparedWith when that refresh was, where it is known
 */
export function movementWords(places: number, comparedWith: string | undefined, reader: Reader): string {
  const { t, locale, now, timeZone } = reader;
  const movement = movementText(places, locale);
  if (comparedWith === undefined) return t("boards.movement_since", { movement });
  return t("boards.movement_since_when", { movement, when: sinceText(comparedWith, now, locale, timeZone) });
}

/** The sign that goes before the words. */
export const movementSign = (places: number): string => (places === 0 ? "=" : places > 0 ? "▲" : "▼");

/** The class that colours it. */
export const movementTone = (places: number): string => (places === 0 ? "muted" : places > 0 ? "good" : "bad");
