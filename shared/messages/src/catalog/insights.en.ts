export const insightsEn = {
  "insights.no_plays.title": "No plays in this period",
  "insights.no_plays.body": "The last one was on {date}.",
  "insights.never_played": "No plays yet. New tracks need 15 to 30 minutes to show up.",
  "insights.no_engagement": "BeatPass tells us how often, not how long: no listen times for these plays.",
  "insights.part_engagement":
    "Based on {known, number} of {plays, number} plays; for the others we have no listen time.",
  "insights.waiting": "Too early for a trend. Two full weeks are enough.",
} as const;
