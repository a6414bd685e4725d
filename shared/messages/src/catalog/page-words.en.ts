/** Words that several pages of the dashboard share. */
export const pageWordsEn = {
  "rank.place": "#{rank, number}",
  "table.sort_by": "Sort by",
  "insights.listener": "Listener {code}",
  "dash.not_ranked.soon": "the next refresh counts you in, unless you asked not to be shown.",
  "dash.not_ranked.admin": "administrators stay off the boards.",
  "tracks.top_ever": "Most played",
  "activity.untold": "BeatPass doesn’t tell this server of downloads. It shows them itself.",
  "activity.untold.button": "Downloads on BeatPass",
  "albums.untold.title": "Albums aren’t known here",
  "albums.untold.body": "BeatPass doesn’t tell this server which tracks share an album. It shows them itself.",
  "albums.untold.button": "Albums on BeatPass",
} as const;
