export const deniedEn = {
  "denied.track.title": "Insights are for the artists on a track",
  "denied.track.body": "If you’re credited here, connect that artist profile and they open up.",
  "denied.track.button": "My artists",
  "denied.album.title": "Insights are for the artists on an album",
  "denied.artist.title": "Insights are for the artist alone",
  "denied.artist.public": "What everyone may see: level {level}, {title}.",
  "denied.public_link": "Copy link",
  "notfound.page": "There’s nothing for you at this address.",
} as const;
