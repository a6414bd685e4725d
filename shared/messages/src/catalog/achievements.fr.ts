import type { achievementsEn } from "./achievements.en.ts";

export const achievementsFr = {
  "achievement.photogenic": "Une première photo sur le profil d’artiste",
  "achievement.oracle": "Une bio sur le profil d’artiste",
  "achievement.linked": "3 liens sur le profil d’artiste",
  "achievement.model": "5 photos sur le profil d’artiste",
} as const satisfies Record<keyof typeof achievementsEn, string>;
