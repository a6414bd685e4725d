import type { connectEn } from "./connect.en.ts";

export const connectFr = {
  "connect.ask": "Demander mon profil",
  "connect.title": "Connexion à BeatPass",
  "connect.operator": "la personne qui gère ce serveur",
  "connect.token": "Jeton d’API BeatPass",
  "connect.token.hint": "Seul ce serveur le lit. Il reste chiffré et ne s’affiche plus jamais.",
  "connect.trying": "Vérification du jeton…",
  "connect.held":
    "Un autre compte d’ici a déjà ce profil d’artiste. La personne qui gère ce serveur en est avertie et tranche.",
  "connect.demo": "Les personnages inventés ne sont pas sur BeatPass. Pour te connecter, il faut un compte à toi.",
  "connect.down": "BeatPass ne répond pas pour l’instant. Rien n’est gardé ; réessaie dans quelques minutes.",
  "connect.waits": "BeatPass ne répond pas pour l’instant. La lecture reprend toute seule dès que possible.",
  "connect.odd":
    "La réponse de BeatPass est incompréhensible pour ce serveur. Il réessaie ; si ça dure, préviens {operator}.",
  "connect.reading": "Lecture de ton catalogue",
  "connect.reading.open":
    "Lecture de ton catalogue : {done, plural, one {# morceau} other {# morceaux}} pour l’instant. Tu peux quitter cette page.",
  "connect.artist": "Profil d’artiste",
  "connect.since": "Connexion",
  "connect.last_read": "Dernière lecture",
  "connect.tracks": "Morceaux",
  "connect.until": "Jeton",
  "connect.until.date": "Valable jusqu’au {date}, encore {days, plural, one {# jour} other {# jours}}",
  "connect.replace": "Remplacer le jeton",
  "connect.disconnect": "Déconnecter",
  "connect.disconnect.title": "Déconnecter BeatPass ?",
  "connect.disconnect.body":
    "Le jeton est supprimé d’ici et plus rien n’est lu. Tes morceaux, tes écoutes et ton XP restent.",
  "connect.disconnected": "BeatPass est déconnecté. Le jeton est supprimé d’ici.",
  "connect.to_dashboard": "Voir tes chiffres",
} as const satisfies Record<keyof typeof connectEn, string>;
