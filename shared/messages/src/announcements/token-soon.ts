import type { Locale } from "@beatpass/shared/contracts";
import { createTranslator } from "../translator.ts";
import type { AnnouncementOf, Words } from "./words.ts";

/** In how many days the BeatPass token ends, and what to do; for whom it belongs to alone. */
export function tokenSoonWords({ days }: AnnouncementOf<"token-soon">, locale: Locale): Words {
  const t = createTranslator(locale);
  return {
    title: t("token.soon.title", { days }),
    parts: [t("notify.token_soon.body")],
    button: t("token.soon.button"),
  };
}
