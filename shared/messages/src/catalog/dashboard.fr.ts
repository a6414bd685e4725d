import type { dashboardEn } from "./dashboard.en.ts";

export const dashboardFr = {
  "dash.greeting": "Bonjour {name}",
  "dash.no_source.title": "Connecte BeatPass pour remplir cette page",
  "dash.no_source.body":
    "Colle ton jeton d’API BeatPass. On ne lit que tes données, et le jeton reste chiffré. BeatPass les donne sur invitation ; sinon, demande à {operator} d’ajouter ton catalogue.",
  "dash.no_source.button": "Connecter BeatPass",
  "dash.first_sync":
    "Lecture de ton catalogue : {done, number} morceaux sur {total, number}. Tu peux quitter cette page.",
  "dash.history_starts":
    "Les chiffres par jour commencent le {date}, jour de ta connexion. Les {plays, number} écoutes d’avant comptent dans tes totaux.",
  "dash.no_tracks.title": "Pas encore de morceau",
  "dash.no_tracks.body":
    "Publies-en un sur BeatPass et il apparaît ici : +{uploadXp, number} XP, et +{metadataXp, number} avec toutes ses métadonnées.",
  "dash.no_albums": "Pas encore d’album. Les morceaux d’un même album se retrouvent ici.",
  "dash.no_activity": "Ton premier morceau allumera une case de ce calendrier.",
  "dash.no_downloads": "Aucun téléchargement sous licence sur cette période.",
  "dash.no_unlocks.title": "{total, number} à débloquer",
  "dash.no_unlocks.body": "Les plus rapides sont dans ton profil : une photo, une bio, trois liens.",
  "dash.not_ranked": "Tu n’es pas encore dans ce classement : {reason}",
  "dash.not_ranked.no_track": "il faut un morceau public.",
  "dash.not_ranked.zero": "ton score y est encore à 0.",
  "dash.not_ranked.hidden": "tu as choisi de ne pas y figurer.",
  "dash.no_finances.title": "Recevoir tes revenus",
  "dash.no_finances.body":
    "Connecte Stripe : il vérifie ton identité et l’endroit où envoyer l’argent. Le compte est ouvert auprès de {platform}.",
  "dash.no_finances.button": "Se connecter avec Stripe",
  "dash.finances.pending": "Stripe vérifie tes informations. En général, un jour ou deux.",
  "dash.finances.no_sales": "C’est connecté. Ta première vente s’affichera ici toute seule.",
  "dash.finances.off":
    "Les paiements ne sont pas configurés sur ce serveur. Tes revenus BeatPass se trouvent sur BeatPass.",
  "demo.banner": "Communauté de démo : personnages inventés, vrais calculs.",
  "demo.banner.button": "Retirer les données de démo",
} as const satisfies Record<keyof typeof dashboardEn, string>;
