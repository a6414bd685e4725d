import { createTranslator } from "@beatpass/messages";
import type { Locale } from "@beatpass/shared/contracts";

/**
 * A listener as they are shown: guests and the server's pseudonyms in the reader's language, a public name as it is.
 * @param id only of somebody whose name is public, whatever it is
 */
export function listenerName({ id, name }: { id?: string | undefined; name: string }, locale: Locale): string {
  if (id !== undefined) return name;
  const t = createTranslator(locale);
  if (name === "guests") return t("insights.guests");
  const code = /^Listener ([0-9A-F]{6})$/.exec(name)?.[1];
  return code === undefined ? name : t("insights.listener", { code });
}
