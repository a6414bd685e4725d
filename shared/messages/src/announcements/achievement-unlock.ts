import type { Locale } from "@beatpass/shared/contracts";
import { createTranslator, isMessageKey } from "../translator.ts";
import { cleanText } from "../wording/clean-text.ts";
import { percentText } from "../wording/figures.ts";
import { joinParts, shortList } from "../wording/joins.ts";
import type { AnnouncementOf, Words } from "./words.ts";

type Unlock = AnnouncementOf<"achievement-unlock">;
type Achievement = Unlock["achievements"][number];

/** One achievement with its rarity and what it took, or several from one cause by name, rarest first. */
export function unlockWords(view: Unlock, locale: Locale): Words {
  const t = createTranslator(locale);
  const name = cleanText(view.producer.name);
  const [first, ...others] = view.achievements;
  const single = others.length === 0 && first !== undefined;
  return {
    title: single
      ? t("announce.unlock.title", { name, achievement: cleanText(first.name) })
      : t("announce.unlock.title_many", { name, count: view.achievements.length }),
    parts: [
      single
        ? singleContext(first, view, locale)
        : shortList(
            view.achievements.map((achievement) => achievement.name),
            locale,
          ),
      view.nowLevel === undefined ? undefined : t("announce.unlock.with_level", { level: view.nowLevel }),
      view.nowTitle,
    ],
    button: t("announce.unlock.button"),
  };
}

function singleContext(achievement: Achievement, { holdersShare, firstHere }: Unlock, locale: Locale): string {
  const t = createTranslator(locale);
  const rarity = t(`rarity.${achievement.rarity}`);
  const key = `achievement.${achievement.slug}`;
  const description = isMessageKey(key) ? t(key) : cleanText(achievement.description, 200);
  if (firstHere) return t("announce.unlock.context_first", { rarity, description });
  if (holdersShare === undefined) return joinParts([rarity, description]);
  return t("announce.unlock.context", { rarity, description, share: percentText(holdersShare, locale) });
}
