import type { deniedEn } from "./denied.en.ts";

export const deniedFr = {
  "denied.track.title": "Les insights sont réservés aux artistes crédités",
  "denied.track.body": "Si tu figures dans les crédits, relie ce profil d’artiste et ils s’ouvrent.",
  "denied.track.button": "Mes profils",
  "denied.album.title": "Les insights sont réservés aux artistes de l’album",
  "denied.artist.title": "Les insights sont réservés à l’artiste",
  "denied.artist.public": "Ce que tout le monde peut voir : niveau {level}, {title}.",
  "denied.public_link": "Copier le lien",
  "notfound.page": "Il n’y a rien pour toi à cette adresse.",
} as const satisfies Record<keyof typeof deniedEn, string>;
