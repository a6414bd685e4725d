import type { homeEn } from "./home.en.ts";

export const homeFr = {
  "home.ways": "Raccourcis",
  "home.upload": "Publier sur BeatPass",
  "tips.title": "Gagner de l’XP au plus vite",
  "tips.metadata": "Complète les métadonnées de « {track} » : {missing}",
  "tips.metadata.others":
    "{others, plural, one {Il manque aussi quelque chose à # autre morceau} other {Il manque aussi quelque chose à # autres morceaux}} : {xp, number} XP de plus",
  "tips.metadata.last": "Ensuite, plus rien ne manque de ce qui rapporte.",
  "tips.upload": "Publie ton prochain morceau",
  "tips.upload.more": "+{metadata, number} avec toutes ses métadonnées, +{collaboration, number} à plusieurs",
} as const satisfies Record<keyof typeof homeEn, string>;
