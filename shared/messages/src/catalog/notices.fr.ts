import type { noticesEn } from "./notices.en.ts";

export const noticesFr = {
  "bot.permission.invite":
    "Je ne peux pas publier dans {channel} : invite-moi dans ce canal. Rien n’est perdu, je rattrape sur {hours, plural, one {# heure} other {# heures}}.",
  "bot.hello.slack":
    "Je publie les passages de niveau, les succès et les mouvements du classement BeatPass. Tant que tu n’as pas choisi de canal, je ne dis rien.",
  "bot.hello.way": "{setUp} : tape /beatpass settings sur {community}.",
  "bot.setup.invite.text":
    "Tape /beatpass link ici pour relier ton profil d’artiste BeatPass. Rien n’est publié sans ton accord.",
  "bot.channel.pick": "Pour en choisir un, tape /beatpass settings sur {community}.",
  "bot.permission.send": "Envoyer des messages",
  "notify.token_soon.body":
    "Demandes-en un nouveau sur BeatPass et colle-le dans ton tableau de bord, jamais dans une discussion. Une minute, et pas une écoute perdue.",
  "bot.roles.missing":
    "Je ne peux pas donner les rôles par niveau : accorde « Gérer les rôles » à mon rôle, place-le au-dessus de ceux que je donne, et n’accorde à ceux-ci aucun droit sur le serveur. Je rattrape dans l’heure.",
} as const satisfies Record<keyof typeof noticesEn, string>;
