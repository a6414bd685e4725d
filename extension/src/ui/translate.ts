import { createTranslator } from "@beatpass/messages";
import type { Locale } from "@beatpass/shared/contracts";
import browser from "webextension-polyfill";

/** The language of the browser's own interface, where we speak it; else English. */
export const locale: Locale = browser.i18n.getUILanguage().toLowerCase().startsWith("fr") ? "fr" : "en";

export const t = createTranslator(locale);
