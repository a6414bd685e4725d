import type { Locale } from "@beatpass/shared/contracts";
import { createTranslator } from "../translator.ts";
import { cleanText } from "../wording/clean-text.ts";
import { scoreText } from "../wording/figures.ts";
import { joinParts } from "../wording/joins.ts";
import { boardParts } from "./board-parts.ts";
import type { AnnouncementOf, Words } from "./words.ts";

/** Less would be shown as no distance at all. */
const SMALLEST_GAP = 0.1;

/** Who climbed to which place, and how far the next one is; who was passed is named where both agreed. */
export function climbWords(view: AnnouncementOf<"climb">, locale: Locale): Words {
  const t = createTranslator(locale);
  const { category, period, among } = boardParts(view, locale);
  const { toNext, rank, passed } = view;
  const name = cleanText(view.producer.name);
  return {
    title: passed
      ? t("announce.climb.title_named", { name, other: cleanText(passed.name) })
      : t("announce.climb.title", { name, rank }),
    parts: [
      toNext && toNext.gap >= SMALLEST_GAP && view.category !== "earnings"
        ? t(toNext.rank === 1 ? "announce.climb.context_first" : "announce.climb.context", {
            category,
            period,
            toNext: scoreText(view.category, toNext.gap, locale),
            next: toNext.rank,
          })
        : joinParts([category, period]),
      among,
    ],
    button: t("announce.board.button"),
  };
}
