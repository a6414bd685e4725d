import { cleanText, createTranslator, periodName } from "@beatpass/messages";
import type { AnnouncementView, Locale } from "@beatpass/shared/contracts";
import type { Rarity } from "@beatpass/shared/rules";

/** What a picture card shows, and nothing else: user text is cleaned, words are in the reader's language. */
export type Card = { alt: string } & (
  | { is: "level"; name: string; level: number; title: string }
  | { is: "unlock"; name: string; achievement: string; rarity: Rarity; rarityName: string; more: number }
  | { is: "board"; board: string; names: readonly [string, string, string] }
);

/** Nobody reads more of a name on a picture. */
const NAME_LENGTH = 60;

/** The card of an announcement: of a level-up, an unlock, or a board whose first three changed; of others none. */
export function cardOf(view: AnnouncementView, locale: Locale): Card | undefined {
  switch (view.kind) {
    case "level-up":
      return levelCard(view, locale);
    case "achievement-unlock":
      return unlockCard(view, locale);
    case "new-number-one":
    case "top-three":
      return boardCard(view, locale);
    default:
      return undefined;
  }
}

function levelCard(view: Extract<AnnouncementView, { kind: "level-up" }>, locale: Locale): Card {
  const { level, title } = view;
  const name = cleanText(view.producer.name, NAME_LENGTH);
  return {
    is: "level",
    name,
    level,
    title,
    alt: createTranslator(locale)("announce.level_up.alt", { name, level, title }),
  };
}

function unlockCard(view: Extract<AnnouncementView, { kind: "achievement-unlock" }>, locale: Locale): Card | undefined {
  const [first, ...others] = view.achievements;
  if (!first) return undefined;
  const t = createTranslator(locale);
  const name = cleanText(view.producer.name, NAME_LENGTH);
  const achievement = cleanText(first.name, NAME_LENGTH);
  const rarity = t(`rarity.${first.rarity}`);
  const alt = t("announce.unlock.alt", { name, achievement, rarity });
  return { is: "unlock", name, achievement, rarity: first.rarity, rarityName: rarity, more: others.length, alt };
}

function boardCard(
  view: Extract<AnnouncementView, { kind: "new-number-one" | "top-three" }>,
  locale: Locale,
): Card | undefined {
  const [first, second, third] = (view.podium ?? []).map((name) => cleanText(name, NAME_LENGTH));
  if (first === undefined || second === undefined || third === undefined) return undefined;
  const t = createTranslator(locale);
  const category = t(`category.${view.category}`);
  const period = periodName(view.period, locale);
  const alt = t("announce.board.alt", { category, period, first, second, third });
  return { is: "board", board: `${category} · ${period}`, names: [first, second, third], alt };
}
