import type { popupEn } from "./popup.en.ts";

export const popupFr = {
  "popup.unpaired.title": "Ton BeatPass, à un clic",
  "popup.unpaired.body": "Colle le lien d’invitation de ta communauté ou de ton tableau de bord. C’est tout.",
  "popup.unpaired.button": "Associer ce navigateur",
  "popup.signed_out.title": "Ta session est terminée",
  "popup.signed_out.body": "Voici tes chiffres : {when}. Associe de nouveau ce navigateur pour les rafraîchir.",
  "popup.offline": "Hors ligne. Chiffres : {when}.",
  "popup.no_artist.title": "Quel est ton profil d’artiste ?",
  "popup.no_artist.body": "Relie ton profil d’artiste BeatPass et ton niveau s’affiche ici.",
  "popup.no_artist.button": "Relier mon profil",
  "popup.no_tracks.title": "Niveau 1. Tout le monde commence là",
  "popup.no_tracks.body": "Ton premier morceau vaut {uploadXp, number} XP, soit le niveau {level}.",
  "popup.no_tracks.button": "Publier sur BeatPass",
  "popup.no_plays.title": "Ton morceau est en ligne",
  "popup.no_plays.body":
    "Les premières écoutes arrivent en 15 à 30 minutes. En attendant, +{metadataXp, number} XP sur « {track} » pour : {missing}.",
  "popup.since": "Depuis {when} : {changes}",
  "popup.since.nothing": "Rien de neuf depuis {when}.",
  "popup.last24": "{plays, plural, one {# écoute} other {# écoutes}} en 24 h",
  "popup.last24.compare": "d’habitude {usual, number}",
  "popup.rank": "n° {rank} sur {total, number} ici",
} as const satisfies Record<keyof typeof popupEn, string>;
