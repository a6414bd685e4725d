/** Words that several pages of the dashboard share. */
export const pageWordsEn = {
  "rank.place": "#{rank, number}",
  "table.sort_by": "Sort by",
  "insights.listener": "Listener {code}",
} as const;
