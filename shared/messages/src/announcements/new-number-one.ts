import type { Locale } from "@beatpass/shared/contracts";
import { createTranslator } from "../translator.ts";
import { cleanText } from "../wording/clean-text.ts";
import { scoreText } from "../wording/figures.ts";
import { joinParts } from "../wording/joins.ts";
import { boardParts } from "./board-parts.ts";
import type { AnnouncementOf, Words } from "./words.ts";

type NewNumberOne = AnnouncementOf<"new-number-one">;

/** Less would be shown as no lead at all. */
const SMALLEST_LEAD = 0.1;

/** Who leads which board and by how much; never who led before. */
export function numberOneWords(view: NewNumberOne, locale: Locale): Words {
  const t = createTranslator(locale);
  const name = cleanText(view.producer.name);
  const title = view.shared
    ? t("announce.first.title_shared", { name })
    : t(view.back ? "announce.first.title_back" : "announce.first.title", { name });
  const { category, period, among } = boardParts(view, locale);
  const lead = view.shared || view.category === "earnings" ? 0 : (view.lead ?? 0);
  const context =
    lead >= SMALLEST_LEAD
      ? t("announce.first.context", { category, period, lead: scoreText(view.category, lead, locale) })
      : joinParts([category, period]);
  return { title, parts: [context, among], button: t("announce.board.button") };
}
