import type { popupSectionsEn } from "./popup-sections.en.ts";

export const popupSectionsFr = {
  "popup.days30": "30 jours",
  "popup.section.home": "Accueil",
  "popup.section.progress": "Progrès",
  "popup.section.tracks": "Morceaux",
  "popup.section.albums": "Albums",
  "popup.section.activity": "Activité",
  "popup.section.finances": "Revenus",
  "popup.section.leaderboards": "Classements",
} as const satisfies Record<keyof typeof popupSectionsEn, string>;
