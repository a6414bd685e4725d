import type { Locale } from "@beatpass/shared/contracts";

/** The name of a country by its ISO 3166-1 alpha-2 code; the code itself where nobody knows it. */
export function countryName(code: string, locale: Locale): string {
  try {
    return new Intl.DisplayNames(locale, { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Its flag, as the two regional indicator letters. */
export const countryFlag = (code: string): string =>
  /^[A-Z]{2}$/.test(code)
    ? String.fromCodePoint(...[...code].map((letter) => 0x1f1e6 + letter.charCodeAt(0) - 65))
    : "";
