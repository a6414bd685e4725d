import type { pageWordsEn } from "./page-words.en.ts";

export const pageWordsFr = {
  "rank.place": "n° {rank, number}",
  "table.sort_by": "Trier par",
  "insights.listener": "Compte {code}",
  "dash.not_ranked.soon": "la prochaine mise à jour t’y ajoute, sauf si tu as choisi de ne pas y figurer.",
  "dash.not_ranked.admin": "l’administration reste hors des classements.",
  "tracks.top_ever": "Les plus écoutés",
  "activity.untold": "BeatPass ne dit rien des téléchargements à ce serveur. Il les affiche lui-même.",
  "activity.untold.button": "Téléchargements sur BeatPass",
  "albums.untold.title": "Albums inconnus ici",
  "albums.untold.body": "BeatPass ne dit pas à ce serveur quels morceaux forment un album. Il les affiche lui-même.",
  "albums.untold.button": "Albums sur BeatPass",
} as const satisfies Record<keyof typeof pageWordsEn, string>;
