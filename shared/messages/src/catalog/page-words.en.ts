/** Words that several pages of the dashboard share. */
export const pageWordsEn = {
  "rank.place": "#{rank, number}",
  "table.sort_by": "Sort by",
  "insights.listener": "Listener {code}",
  "dash.not_ranked.soon": "the next refresh counts you in, unless you asked not to be shown.",
  "dash.not_ranked.admin": "administrators stay off the boards.",
  "tracks.top_ever": "Most played",
} as const;
