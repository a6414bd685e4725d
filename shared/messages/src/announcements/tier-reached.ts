import type { Locale } from "@beatpass/shared/contracts";
import { createTranslator } from "../translator.ts";
import { cleanText } from "../wording/clean-text.ts";
import { scoreText } from "../wording/figures.ts";
import { boardParts } from "./board-parts.ts";
import type { AnnouncementOf, Words } from "./words.ts";

/** Who reached which tier, with the score; earnings keep theirs to themselves. */
export function tierWords(view: AnnouncementOf<"tier-reached">, locale: Locale): Words {
  const t = createTranslator(locale);
  const { category, among } = boardParts(view, locale);
  const score = scoreText(view.category, view.score, locale);
  return {
    title: t("announce.tier.title", { name: cleanText(view.producer.name), tier: t(`tier.${view.tier}`) }),
    parts: [view.category === "earnings" ? category : t("announce.tier.context", { category, score }), among],
    button: t("announce.board.button"),
  };
}
