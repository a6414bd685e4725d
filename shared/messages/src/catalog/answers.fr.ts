import type { answersEn } from "./answers.en.ts";

export const answersFr = {
  "answer.stats.title": "{name} · niveau {level}",
  "answer.stats.line": "{title} · {xpToNext, number} XP avant le niveau {next}",
  "answer.stats.figures":
    "{tracks, plural, one {# morceau} other {# morceaux}} · {plays, plural, one {# écoute} other {# écoutes}} · {followers, plural, one {# abonné} other {# abonnés}}",
  "answer.stats.catalog":
    "{tracks, plural, one {# morceau} other {# morceaux}} · {plays, plural, one {# écoute} other {# écoutes}}",
  "answer.asof": "État : {when}",
  "answer.share.discord": "Montrer dans le salon",
  "answer.share.slack": "Montrer dans le canal",
  "answer.share.under_way": "En route vers le canal.",
  "answer.share.not.discord": "Cette réponse ne se montre pas dans le salon.",
  "answer.share.not.slack": "Cette réponse ne se montre pas dans le canal.",
  "answer.unlinked.self": "Je ne connais pas encore ton profil BeatPass. Relie-le une fois, et ça marche partout.",
  "answer.unlinked.other": "Pas de profil BeatPass relié ici pour {member}.",
  "answer.unknown": "Personne ne s’appelle « {query} » ici. Vérifie l’orthographe ou choisis dans la liste.",
  "answer.unknown.no_list": "Personne ne s’appelle « {query} » ici. Vérifie l’orthographe.",
  "answer.rank.ahead": "{gap} avant le n° {next}",
  "answer.rank.why_me": "Ton score a bougé : {mine}.",
  "answer.board.empty":
    "Personne n’est encore classé ici. Le premier profil relié avec un morceau public ouvre le bal.",
  "answer.board.empty_all": "Personne n’est encore classé ici. Le premier profil avec un morceau public ouvre le bal.",
  "answer.late": "C’est plus long que d’habitude. Je complète ce message.",
  "answer.down":
    "Les chiffres sont injoignables pour l’instant. Rien n’est perdu ; réessaie dans quelques minutes. ({requestId})",
  "answer.stats.rank": "{category} · {period} · n° {rank} sur {total, number}",
  "answer.help": "Voici ce que je sais dire :",
  "answer.help.line": "{command} : {description}",
} as const satisfies Record<keyof typeof answersEn, string>;
