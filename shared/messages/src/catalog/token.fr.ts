import type { tokenEn } from "./token.en.ts";

export const tokenFr = {
  "token.soon.title": "Ton jeton BeatPass expire dans {days, plural, one {# jour} other {# jours}}",
  "token.soon.body": "Demandes-en un nouveau sur BeatPass et colle-le ici. Une minute, et pas une écoute perdue.",
  "token.soon.button": "Renouveler le jeton",
  "token.ended.title": "Ton jeton BeatPass a expiré",
  "token.ended.body": "Tes chiffres s’arrêtent là : {when}. Renouvelle-le, et les écoutes manquées seront ajoutées.",
  "token.refused.title": "BeatPass n’accepte plus ton jeton",
  "token.refused.body": "Il a peut-être été révoqué. Colle-en un nouveau pour continuer.",
  "token.renewed":
    "Renouvelé jusqu’au {date}. {plays, plural, =0 {Rien ne manquait.} one {# écoute rattrapée.} other {# écoutes rattrapées.}}",
  "token.wrong": "BeatPass ne connaît pas ce jeton. Copie-le en entier, sans espace.",
  "token.no_upload":
    "Ce jeton vient d’un compte sans droit de publication : il n’y a pas de chiffres de producteur à lire.",
} as const satisfies Record<keyof typeof tokenEn, string>;
