import type { inPageEn } from "./in-page.en.ts";

export const inPageFr = {
  "menu.compare": "Comparer",
  "panel.title.track": "Insights de ce morceau",
  "panel.title.album": "Insights de cet album",
  "panel.title.artist": "Insights de cet artiste",
  "panel.beside": "Garder ouvert à côté de la page",
  "panel.kept.offline": "Hors ligne. Chiffres : {when}.",
  "panel.kept.unreachable": "Ton serveur ne répond pas. Chiffres : {when}.",
  "panel.kept.failed": "Pas de chiffres plus récents pour l’instant. Ceux-ci : {when}. ({requestId})",
  "panel.expired.body": "Associe de nouveau ce navigateur et les chiffres s’ouvrent ici même.",
  "side.nothing.title": "Rien à regarder ici pour l’instant",
  "side.nothing.body":
    "Ouvre un morceau, un album ou un artiste sur BeatPass, ou fais un clic droit dessus : ses chiffres s’affichent ici.",
  "side.picked": "Ton dernier clic droit",
  "side.back": "Revenir à la page",
  "side.own": "Tes chiffres",
  "options.stored.insights": "Les derniers insights ouverts",
  "options.stored.site": "Le fait que le site BeatPass semble avoir changé",
  "site.changed.title": "BeatPass semble avoir changé",
  "site.changed.body":
    "Le clic droit peut manquer certains morceaux jusqu’à la prochaine mise à jour de l’extension. Un diagnostic aide : des nombres et des formes de pages, rien sur toi.",
  "site.changed.copy": "Copier le diagnostic",
  "site.changed.copied": "Diagnostic copié",
  "site.changed.dismiss": "Masquer",
} as const satisfies Record<keyof typeof inPageEn, string>;
