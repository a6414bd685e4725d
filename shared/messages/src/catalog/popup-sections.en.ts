export const popupSectionsEn = {
  "popup.days30": "30 days",
  "popup.section.home": "Home",
  "popup.section.progress": "Progress",
  "popup.section.tracks": "Tracks",
  "popup.section.albums": "Albums",
  "popup.section.activity": "Activity",
  "popup.section.finances": "Finances",
  "popup.section.leaderboards": "Boards",
} as const;
