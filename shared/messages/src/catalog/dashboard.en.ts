export const dashboardEn = {
  "dash.greeting": "Hello {name}",
  "dash.no_source.title": "Connect BeatPass to fill this page",
  "dash.no_source.body":
    "Paste your BeatPass API token. We read only your own data and keep the token encrypted. BeatPass gives tokens by invitation; without one, ask {operator} to add your catalog.",
  "dash.no_source.button": "Connect BeatPass",
  "dash.first_sync": "Reading your catalog: {done, number} of {total, number} tracks. You can leave this page.",
  "dash.history_starts":
    "Daily figures start on {date}, the day you connected. The {plays, number} plays before it count in your totals.",
  "dash.no_tracks.title": "No tracks yet",
  "dash.no_tracks.body":
    "Publish one on BeatPass and it shows up here: +{uploadXp, number} XP, and +{metadataXp, number} with all its metadata.",
  "dash.no_albums": "No albums yet. Tracks that share an album name meet here.",
  "dash.no_activity": "Your first upload puts a square on this calendar.",
  "dash.no_downloads": "No licensed downloads in this period.",
  "dash.no_unlocks.title": "{total, number} to go",
  "dash.no_unlocks.body": "The quickest ones are on your profile: a picture, a bio, three links.",
  "dash.not_ranked": "You’re not ranked here yet: {reason}",
  "dash.not_ranked.no_track": "it takes one public track.",
  "dash.not_ranked.zero": "your score in this one is still 0.",
  "dash.not_ranked.hidden": "you asked not to be shown.",
  "dash.no_finances.title": "Get paid",
  "dash.no_finances.body":
    "Connect with Stripe: it checks who you are and where to send the money. The account is set up with {platform}.",
  "dash.no_finances.button": "Connect with Stripe",
  "dash.finances.pending": "Stripe is checking your details. Usually that takes a day or two.",
  "dash.finances.no_sales": "Connected. Your first sale appears here by itself.",
  "dash.finances.off": "Payments are not set up on this server. Your BeatPass earnings are on BeatPass.",
  "demo.banner": "Demo community: made-up people, real arithmetic.",
  "demo.banner.button": "Remove demo data",
} as const;
