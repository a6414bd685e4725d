import type { Locale } from "@beatpass/shared/contracts";
import { IntlMessageFormat } from "intl-messageformat";
import { CATALOGS, type MessageKey } from "./catalog/index.ts";

export type MessageValues = Record<string, string | number | Date>;

/** Gives the text of a key; throws where a placeholder's value is missing. */
export type Translate = (key: MessageKey, values?: MessageValues) => string;

const translators = new Map<Locale, Translate>();

/** The texts of one locale. A message is parsed when first used, and once. */
export function createTranslator(locale: Locale): Translate {
  const known = translators.get(locale);
  if (known) return known;
  const formatters = new Map<MessageKey, IntlMessageFormat>();
  const translate: Translate = (key, values) => {
    let formatter = formatters.get(key);
    if (!formatter) {
      formatter = new IntlMessageFormat(CATALOGS[locale][key], locale, undefined, { ignoreTag: true });
      formatters.set(key, formatter);
    }
    return formatter.format(values) as string;
  };
  translators.set(locale, translate);
  return translate;
}

/** Narrows a composed key, such as `achievement.` plus a slug from data, to one that has a text. */
export const isMessageKey = (key: string): key is MessageKey => Object.hasOwn(CATALOGS.en, key);
