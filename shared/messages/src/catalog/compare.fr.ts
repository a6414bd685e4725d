import type { compareEn } from "./compare.en.ts";

export const compareFr = {
  "compare.open": "Comparer",
  "compare.title": "Au même âge",
  "compare.what": "Le jour 0 est celui de la publication de chaque morceau.",
  "compare.with": "Comparé avec",
  "compare.choose": "Choisis un morceau",
  "compare.none.title": "Rien à comparer pour l’instant",
  "compare.none.body": "Il faut un deuxième morceau public à toi. Publie-le sur BeatPass et il pourra être choisi ici.",
  "compare.not_found":
    "Le deuxième morceau ne peut pas être comparé : les insights sont réservés aux artistes crédités.",
  "compare.released": "Publié le {date}",
  "compare.view": "Ce que montrent les courbes",
  "compare.cumulative": "Cumul",
  "compare.daily": "Jour par jour",
  "compare.window": "Jusqu’où vont les courbes",
  "compare.window.both": "{days, plural, one {Premier jour} other {# premiers jours}}",
  "compare.window.all": "Toute la vie",
  "compare.chart.cumulative": "Écoutes depuis la publication, cumulées",
  "compare.chart.daily": "Écoutes par jour depuis la publication",
  "compare.day": "Jour {day, number}",
  "compare.tip": "{title}\u00a0: {plays}",
  "compare.side_by_side": "Côte à côte",
  "compare.after": "{days, plural, one {Après # jour} other {Après # jours}}",
  "compare.today": "Jusqu’à aujourd’hui",
  "compare.difference": "Écart",
  "compare.not_yet": "pas encore de cet âge",
  "compare.earlier":
    "{plays, plural, one {# écoute de «\u00a0{title}\u00a0» date} other {# écoutes de «\u00a0{title}\u00a0» datent}} d’avant la publication : elles ne sont pas comptées ici.",
} as const satisfies Record<keyof typeof compareEn, string>;
