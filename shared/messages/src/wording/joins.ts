import type { Locale } from "@beatpass/shared/contracts";
import { createTranslator } from "../translator.ts";
import { cleanText } from "./clean-text.ts";

const NAMES_AT_MOST = 3;

/** Names of user text as a list in the locale's manner; after the third comes “and n more”. */
export function shortList(names: readonly string[], locale: Locale): string {
  const clean = names.map((name) => cleanText(name, 60));
  if (clean.length <= NAMES_AT_MOST) return new Intl.ListFormat(locale, { type: "conjunction" }).format(clean);
  const more = createTranslator(locale)("announce.unlock.more", { count: clean.length - NAMES_AT_MOST });
  return `${clean.slice(0, NAMES_AT_MOST).join(", ")} ${more}`;
}

/** The parts of a context line; parts that are unknown are left out with their dot. */
export const joinParts = (parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== "").join(" · ");
