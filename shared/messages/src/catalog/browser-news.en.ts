export const browserNewsEn = {
  "notify.level_up.body_title": "{title}.",
  "notify.unlock.title_many": "{count, number} achievements are yours",
  "notify.unlock.body_many": "{names}. +{xp, number} XP.",
  "notify.rank_up.title_plain": "You’re #{rank} of {total, number}",
  "notify.rank_up.body_plain": "{category} · {period}.",
  "notify.sale.body_hidden": "Open to see the amount.",
} as const;
