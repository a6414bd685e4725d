import type { browserNewsEn } from "./browser-news.en.ts";

export const browserNewsFr = {
  "notify.level_up.body_title": "{title}.",
  "notify.unlock.title_many": "{count, number} succès sont à toi",
  "notify.unlock.body_many": "{names}. +{xp, number} XP.",
  "notify.rank_up.title_plain": "Te voilà n° {rank} sur {total, number}",
  "notify.rank_up.body_plain": "{category} · {period}.",
  "notify.sale.body_hidden": "Ouvre pour voir le montant.",
} as const satisfies Record<keyof typeof browserNewsEn, string>;
