import { createTranslator, type Translate } from "@beatpass/messages";
import { LOCALES, type Locale } from "@beatpass/shared/contracts";
import { type ComponentChildren, createContext } from "preact";
import { useContext, useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { keptChoice } from "./kept-choice.ts";

export const LANGUAGE_NAMES: Record<Locale, string> = { en: "English", fr: "Français" };

export type Language = { locale: Locale; t: Translate; choose: (locale: Locale) => void };

const kept = keptChoice("beatpass.language", LOCALES);
const LanguageContext = createContext<Language | undefined>(undefined);

/** The language that was chosen here, or else the first of the browser's that there is. */
export function startLanguage(wanted: readonly string[] = navigator.languages): Locale {
  const isOf = (tag: string) => LOCALES.find((locale) => tag.toLowerCase().split("-")[0] === locale);
  return kept.read() ?? wanted.map(isOf).find((locale) => locale !== undefined) ?? "en";
}

export function LanguageProvider({ children }: { children: ComponentChildren }) {
  const [locale, setLocale] = useState(startLanguage);
  useLayoutEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const language = useMemo(
    () => ({
      locale,
      t: createTranslator(locale),
      choose: (chosen: Locale) => {
        kept.write(chosen);
        setLocale(chosen);
      },
    }),
    [locale],
  );
  return <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>;
}

/** The language of the page and its texts. */
export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (!language) throw new Error("useLanguage needs a LanguageProvider above it");
  return language;
}

/** Takes the account's language on, when it is read and whenever it changes. */
export function useAccountLanguage(wanted: Locale | undefined): void {
  const { choose } = useLanguage();
  const chosen = useRef(choose);
  chosen.current = choose;
  useEffect(() => {
    if (wanted) chosen.current(wanted);
  }, [wanted]);
}
