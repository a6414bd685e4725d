import type { noticesEn } from "./notices.en.ts";

export const noticesFr = {
  "bot.permission.invite":
    "Je ne peux pas publier dans {channel} : invite-moi dans ce canal. Rien n’est perdu, je rattrape sur {hours, plural, one {# heure} other {# heures}}.",
  "bot.permission.send": "Envoyer des messages",
} as const satisfies Record<keyof typeof noticesEn, string>;
