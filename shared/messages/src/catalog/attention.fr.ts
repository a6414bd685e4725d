import type { attentionEn } from "./attention.en.ts";

export const attentionFr = {
  "admin.attention": "À régler",
  "admin.attention.none": "Rien à régler ici : tous les salons sont joignables.",
  "admin.attention.channel-gone": "Un salon n’existe plus",
  "admin.attention.channel-gone.do": "Choisis un autre salon sur la page de la communauté.",
  "admin.attention.permission-missing": "Le bot ne peut pas publier dans un salon",
  "admin.attention.credentials-dead": "{platform} refuse le jeton du bot",
  "admin.attention.credentials-dead.do":
    "Prends un nouveau jeton sur les pages développeur de {platform}, mets-le dans l’environnement du bot et redémarre le bot.",
  "admin.attention.community-left": "Le bot n’est plus dans une communauté",
  "admin.attention.community-left.do": "Réinvite le bot si c’était une erreur ; sinon, il n’y a rien à faire.",
  "admin.attention.roles-missing": "Le bot ne peut pas donner les rôles par niveau",
  "admin.attention.roles-missing.do":
    "Dans Discord : Paramètres du serveur, Rôles, accorde « Gérer les rôles » au rôle BeatPass et place-le au-dessus des rôles qu’il donne. Ceux-ci ne doivent comporter aucun droit sur le serveur.",
  "admin.attention.kept":
    "{deliveries, plural, =0 {Ne retient rien} one {Retient # message} other {Retient # messages}} · depuis le {date}",
  "admin.unknown":
    "{count, plural, one {Le dernier message dont on ne sait pas s’il a été vu} other {Les # derniers messages dont on ne sait pas s’ils ont été vus}}",
  "admin.unknown.means":
    "La plateforme n’a jamais dit si elle les avait publiés : chacun a peut-être été vu, ou non. Ils ne sont jamais renvoyés.",
  "admin.unsent": "{count, plural, one {Le dernier message abandonné} other {Les # derniers messages abandonnés}}",
  "admin.unsent.means":
    "Ils n’ont jamais été publiés : la plateforme les a refusés, ou la nouvelle datait de plus d’un jour quand leur tour est venu.",
  "admin.unknown.private": "message privé",
  "admin.unknown.joined": "Une arrivée",
  "admin.unknown.spike": "Un pic d’écoutes",
  "admin.unknown.sale": "Une vente",
  "admin.unknown.refund": "Un remboursement",
  "admin.unknown.payout": "Des nouvelles d’un versement",
  "admin.unknown.own-digest": "La semaine d’un producteur",
  "admin.unknown.token-soon": "Un rappel d’expiration de jeton",
  "admin.unknown.notice": "Un avis à l’administration",
  "settings.chat.unreachable":
    "Aucun message privé ne t’est parvenu depuis le {date} : ouvre tes messages privés au bot dans {platform}.",
} as const satisfies Record<keyof typeof attentionEn, string>;
