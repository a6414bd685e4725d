import type { digestEn } from "./digest.en.ts";

export const digestFr = {
  "digest.community.title": "La semaine sur {community}",
  "digest.community.range": "{from} – {to}",
  "digest.community.plays":
    "{plays, plural, one {# écoute} other {# écoutes}} à nous tous, {change} par rapport à la semaine précédente",
  "digest.community.plays_only": "{plays, plural, one {# écoute} other {# écoutes}} à nous tous",
  "digest.community.top": "Le plus écouté : {name}, {plays, plural, one {# écoute} other {# écoutes}}",
  "digest.community.climb": "Plus belle remontée : {name}, du n° {from} au n° {to} ({category})",
  "digest.community.rarest": "Succès le plus rare : {achievement}, {name}",
  "digest.community.new": "Bienvenue à {names}",
  "digest.community.button": "Voir les classements",
  "digest.own.title": "Ta semaine, {name}",
  "digest.own.plays": "{plays, plural, one {# écoute} other {# écoutes}}, {change} par rapport à la semaine précédente",
  "digest.own.plays_only": "{plays, plural, one {# écoute} other {# écoutes}}",
  "digest.own.best": "Ton morceau de la semaine : « {track} » ({plays, plural, one {# écoute} other {# écoutes}})",
  "digest.own.rank": "{category} : n° {rank} sur {total, number} ({movement})",
  "digest.own.rank_only": "{category} : n° {rank} sur {total, number}",
  "digest.own.next": "Le plus proche : {achievement}, {remaining}",
  "digest.own.quiet": "Une semaine calme. Rien n’est perdu : l’XP ne baisse jamais.",
  "rank.up": "+{steps, number}",
  "rank.down": "−{steps, number}",
  "rank.same": "stable",
} as const satisfies Record<keyof typeof digestEn, string>;
