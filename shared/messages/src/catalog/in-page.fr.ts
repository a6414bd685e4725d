import type { inPageEn } from "./in-page.en.ts";

export const inPageFr = {
  "menu.compare": "Comparer",
  "panel.title.track": "Insights de ce morceau",
  "panel.title.album": "Insights de cet album",
  "panel.title.artist": "Insights de cet artiste",
  "panel.beside": "Garder ouvert à côté de la page",
  "panel.kept.offline": "Hors ligne. Ces chiffres datent d’avant : {when}.",
  "panel.kept.unreachable": "Ton serveur ne répond pas. Chiffres : {when}.",
  "panel.kept.failed": "Impossible de lire de nouveaux chiffres pour l’instant. Ceux-ci : {when}. ({requestId})",
  "panel.expired.body": "Associe de nouveau ce navigateur et les chiffres s’ouvrent ici même.",
  "side.title": "À côté de BeatPass",
  "side.nothing.title": "Rien à regarder ici pour l’instant",
  "side.nothing.body":
    "Ouvre un morceau, un album ou un artiste sur BeatPass, ou fais un clic droit dessus : ses chiffres s’affichent ici.",
  "side.picked": "Ton dernier clic droit",
  "side.back": "Revenir à la page",
  "side.own": "Tes chiffres",
  "side.open": "Ouvrir à côté de la page",
  "site.changed.title": "BeatPass semble avoir changé",
  "site.changed.body":
    "Le clic droit peut manquer certains morceaux jusqu’à la prochaine mise à jour de l’extension. Un diagnostic aide : des nombres et des formes de pages, rien sur toi.",
  "site.changed.copy": "Copier le diagnostic",
  "site.changed.copied": "Diagnostic copié",
  "site.changed.dismiss": "Masquer",
} as const satisfies Record<keyof typeof inPageEn, string>;
