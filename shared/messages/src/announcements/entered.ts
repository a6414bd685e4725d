import type { Locale } from "@beatpass/shared/contracts";
import { createTranslator } from "../translator.ts";
import { cleanText } from "../wording/clean-text.ts";
import { boardParts } from "./board-parts.ts";
import type { AnnouncementOf, Words } from "./words.ts";

/** Who came into the top three or ten, at which place of how many, and from where. */
export function enteredWords(view: AnnouncementOf<"top-three" | "top-ten">, locale: Locale): Words {
  const t = createTranslator(locale);
  const name = cleanText(view.producer.name);
  const { category, period, among } = boardParts(view, locale);
  const { rank, total, previousRank: previous } = view;
  const place = { category, period, rank, total };
  return {
    title: t(view.kind === "top-three" ? "announce.top3.title" : "announce.top10.title", { name }),
    parts: [
      previous === undefined ? t("announce.top.context_new", place) : t("announce.top.context", { ...place, previous }),
      among,
    ],
    button: t("announce.board.button"),
  };
}
