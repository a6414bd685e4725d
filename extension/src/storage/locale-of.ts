import type { Locale } from "@beatpass/shared/contracts";
import browser from "webextension-polyfill";
import type { Language } from "./settings.ts";

/** A chosen language, or that of the browser's own interface where we speak it; else English. */
export function localeOf(language: Language): Locale {
  if (language !== "browser") return language;
  return browser.i18n.getUILanguage().toLowerCase().startsWith("fr") ? "fr" : "en";
}
