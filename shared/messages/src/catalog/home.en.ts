/** The home page: what to do next. */
export const homeEn = {
  "home.ways": "Quick ways",
  "home.upload": "Upload on BeatPass",
  "tips.title": "The fastest ways to XP",
  "tips.metadata": "Complete the metadata of “{track}”: {missing}",
  "tips.metadata.others":
    "{others, plural, one {# other track lacks something too} other {# other tracks lack something too}}: {xp, number} XP more",
  "tips.metadata.last": "Then no track of yours lacks anything that pays.",
  "tips.upload": "Publish your next track",
  "tips.upload.more": "+{metadata, number} with all its metadata, +{collaboration, number} made with somebody",
} as const;
