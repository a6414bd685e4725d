import type { Locale } from "@beatpass/shared/contracts";
import type { Category } from "@beatpass/shared/rules";
import { createTranslator } from "../translator.ts";
import { cleanText } from "../wording/clean-text.ts";
import { periodName } from "../wording/figures.ts";

type BoardView = { category: Category; period: string; among?: { name: string } | undefined };

/** The names of a board: its category, its period and, where it ranks a community's members alone, that community. */
export function boardParts(view: BoardView, locale: Locale) {
  const t = createTranslator(locale);
  return {
    category: t(`category.${view.category}`),
    period: periodName(view.period, locale),
    among: view.among && t("announce.board.among", { community: cleanText(view.among.name, 100) }),
  };
}
