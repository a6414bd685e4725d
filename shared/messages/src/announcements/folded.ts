import type { FoldedLine, Locale } from "@beatpass/shared/contracts";
import { createTranslator } from "../translator.ts";
import { cleanText } from "../wording/clean-text.ts";
import type { AnnouncementOf, Words } from "./words.ts";

/** Ten lines of them fit a Discord message, every character escaped. */
const NAME_LENGTH = 40;

/** Several facts of a community as one line each; what is beyond ten is counted. */
export function foldedWords(view: AnnouncementOf<"folded">, locale: Locale): Words {
  const t = createTranslator(locale);
  const community = cleanText(view.community.name, 100);
  return {
    title: t(view.over === "hour" ? "announce.fold.title" : "announce.fold.title_day", { community }),
    parts: [],
    list: [
      ...view.lines.map((line) => lineText(line, locale)),
      ...(view.more > 0 ? [t("announce.fold.more", { count: view.more })] : []),
    ],
    button: t("announce.fold.button"),
  };
}

function lineText(line: FoldedLine, locale: Locale): string {
  const t = createTranslator(locale);
  const name = cleanText(line.name, NAME_LENGTH);
  switch (line.about) {
    case "level":
      return t("announce.fold.line_level", { name, level: line.level });
    case "unlock": {
      const achievement = cleanText(line.achievement.name, NAME_LENGTH);
      const text = t("announce.fold.line_unlock", { name, achievement });
      return line.more === 0 ? text : `${text} ${t("announce.unlock.more", { count: line.more })}`;
    }
    case "rank":
      return t("announce.fold.line_rank", { name, rank: line.rank, category: t(`category.${line.category}`) });
    case "tier":
      return t("announce.fold.line_tier", {
        name,
        tier: t(`tier.${line.tier}`),
        category: t(`category.${line.category}`),
      });
  }
}
