export const notificationsEn = {
  "notify.level_up.title": "You’re level {level}",
  "notify.level_up.body": "{title}. {xpToNext, number} XP to level {next}.",
  "notify.unlock.title": "{achievement} is yours",
  "notify.unlock.body": "{description}. +{xp, number} XP.",
  "notify.rank_up.title": "You’re #{rank} of {total, number}, up {steps, plural, one {# place} other {# places}}",
  "notify.rank_up.body": "{category} · {period}. {toNext} to the next place.",
  "notify.spike.title": "“{track}” is having a day",
  "notify.spike.body":
    "{plays, plural, one {# play} other {# plays}} so far today (UTC). A usual day brings about {usual, number}.",
  "notify.spike.body_past":
    "{plays, plural, one {# play} other {# plays}} on {date}. A usual day brings about {usual, number}.",
  "notify.spike.button": "Open insights",
  "notify.sale.title": "“{track}” sold",
  "notify.sale.body": "{amount} for you.",
  "notify.refund.title": "A sale of “{track}” was refunded",
  "notify.refund.body": "{amount} goes back to the buyer.",
  "notify.payout_sent.title": "{amount} on its way to your bank",
  "notify.payout_sent.body": "Expected {date}.",
  "notify.payout_failed.title": "A payout of {amount} did not go through",
  "notify.payout_failed.body": "{reason} Stripe needs your bank details again.",
} as const;
