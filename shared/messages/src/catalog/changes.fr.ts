import type { changesEn } from "./changes.en.ts";

export const changesFr = {
  "changes.plays": "{plays, plural, one {+# écoute} other {+# écoutes}}",
  "changes.xp": "+{xp, number} XP",
  "changes.level": "niveau {level, number}",
  "changes.rank.up": "{steps, plural, one {+# place} other {+# places}} en {board}",
  "changes.rank.down": "{steps, plural, one {−# place} other {−# places}} en {board}",
  "changes.rank.new": "n° {rank} sur {total, number} en {board}",
  "changes.board": "{category} ({period})",
  "changes.unlocks": "{names} en poche",
  "changes.followers": "{followers, plural, one {+# abonné} other {+# abonnés}}",
  "since.today": "{time}",
  "since.yesterday": "hier {time}",
  "since.weekday": "{weekday} {time}",
  "since.date": "le {date}",
  "clock.time": "{hour} h {minute}",
  "clock.moment": "{date} à {time}",
} as const satisfies Record<keyof typeof changesEn, string>;
