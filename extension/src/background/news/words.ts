import { createTranslator, isMessageKey, moneyText, periodName, scoreText } from "@beatpass/messages";
import type { AnnouncementView, Dashboard, Leaderboard, Locale } from "@beatpass/shared/contracts";
import { PAGES } from "@beatpass/shared/links";
import type { Notification } from "./notify.ts";

type Facts = { locale: Locale; saleAmount: boolean; dashboard: Dashboard | undefined };
export type Rank = Pick<NonNullable<Dashboard["rank"]>, "category" | "period" | "rank" | "total">;
type ToNext = NonNullable<Leaderboard["me"]>["toNext"];

/** A notification's words: to the producer alone, in the second person. */
export function announcementWords(view: AnnouncementView, facts: Facts): Notification | undefined {
  const { locale, saleAmount, dashboard } = facts;
  const t = createTranslator(locale);
  switch (view.kind) {
    case "level-up": {
      const { level, title } = view;
      const isThere = dashboard?.level === level && dashboard.xpToNext > 0;
      const body = isThere
        ? t("notify.level_up.body", { title, xpToNext: dashboard.xpToNext, next: level + 1 })
        : t("notify.level_up.body_title", { title });
      return { title: t("notify.level_up.title", { level }), body, path: PAGES.progress };
    }
    case "achievement-unlock":
      return { ...unlockWords(view, locale), path: PAGES.progress };
    case "new-number-one":
      return rankWords({ ...view, rank: 1 }, { locale });
    case "top-three":
    case "top-ten":
      return rankWords(view, { locale, previous: view.previousRank });
    case "climb":
      return rankWords(view, { locale, toNext: view.toNext });
    case "sale": {
      const { track, amount, currency } = view;
      return {
        title: track ? t("notify.sale.title", { track: track.name }) : t("notify.sale.title_unnamed"),
        body: saleAmount
          ? t("notify.sale.body", { amount: moneyText(amount, currency, locale) })
          : t("notify.sale.body_hidden"),
        path: PAGES.finances,
      };
    }
    default:
      return undefined;
  }
}

function unlockWords({ achievements }: Extract<AnnouncementView, { kind: "achievement-unlock" }>, locale: Locale) {
  const t = createTranslator(locale);
  const xp = achievements.reduce((sum, achievement) => sum + achievement.xp, 0);
  const [only, another] = achievements;
  if (only && !another) {
    const key = `achievement.${only.slug}`;
    const description = isMessageKey(key) ? t(key) : only.description;
    return {
      title: t("notify.unlock.title", { achievement: only.name }),
      body: t("notify.unlock.body", { description, xp }),
    };
  }
  const names = new Intl.ListFormat(locale, { type: "conjunction" }).format(achievements.map(({ name }) => name));
  return {
    title: t("notify.unlock.title_many", { count: achievements.length }),
    body: t("notify.unlock.body_many", { names, xp }),
  };
}

/** A rank gained; from where and how far to the next place are told where they are known. */
export function rankWords(
  { category, period, rank, total }: Rank,
  { locale, previous, toNext }: { locale: Locale; previous?: number | undefined; toNext?: ToNext },
): Notification {
  const t = createTranslator(locale);
  const board = { category: t(`category.${category}`), period: periodName(period, locale) };
  return {
    title:
      previous !== undefined && previous > rank
        ? t("notify.rank_up.title", { rank, total, steps: previous - rank })
        : t("notify.rank_up.title_plain", { rank, total }),
    body: toNext
      ? t("notify.rank_up.body", { ...board, toNext: scoreText(category, toNext.gap, locale) })
      : t("notify.rank_up.body_plain", board),
    path: `${PAGES.leaderboards}?${new URLSearchParams({ category, period })}`,
  };
}
