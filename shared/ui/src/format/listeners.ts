import { createTranslator } from "@beatpass/messages";
import type { Locale } from "@beatpass/shared/contracts";

/** A listener as they are shown: a pseudonym of the server's in the reader's language, a public name as it is. */
export function listenerName(name: string, locale: Locale): string {
  const t = createTranslator(locale);
  if (name === "guests") return t("insights.guests");
  const code = /^Listener ([0-9A-F]{6})$/.exec(name)?.[1];
  return code === undefined ? name : t("insights.listener", { code });
}
