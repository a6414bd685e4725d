import type { Locale } from "@beatpass/shared/contracts";
import { createTranslator } from "../translator.ts";
import { cleanText } from "../wording/clean-text.ts";
import type { AnnouncementOf, Words } from "./words.ts";

/** Who is on board from now on, with where they stand. */
export function joinedWords({ producer, level, title, tracks }: AnnouncementOf<"joined">, locale: Locale): Words {
  const t = createTranslator(locale);
  return {
    title: t("announce.joined.title", { name: cleanText(producer.name), level }),
    parts: [t("announce.joined.context", { title, tracks })],
    button: t("announce.level_up.button"),
  };
}
