export const achievementsEn = {
  "achievement.photogenic": "Add a first picture to your artist profile",
  "achievement.oracle": "Write a bio on your artist profile",
  "achievement.linked": "Put 3 links on your artist profile",
  "achievement.model": "Show 5 pictures on your artist profile",
} as const;
