import { createTranslator, type Translate } from "@beatpass/messages";
import type { Locale } from "@beatpass/shared/contracts";
import { localeOf } from "../storage/locale-of.ts";

/** The language spoken; live bindings, so that a choice made in the options is heard at the next rendering. */
export let locale: Locale = localeOf("browser");
export let t: Translate = createTranslator(locale);

/** Changes the language of `t` and `locale`; what is drawn already has to be drawn anew. */
export function speak(chosen: Locale): void {
  locale = chosen;
  t = createTranslator(chosen);
}
