export const answersEn = {
  "answer.stats.title": "{name} · level {level}",
  "answer.stats.line": "{title} · {xpToNext, number} XP to level {next}",
  "answer.stats.figures":
    "{tracks, plural, one {# track} other {# tracks}} · {plays, plural, one {# play} other {# plays}} · {followers, plural, one {# follower} other {# followers}}",
  "answer.stats.catalog":
    "{tracks, plural, one {# track} other {# tracks}} · {plays, plural, one {# play} other {# plays}}",
  "answer.asof": "As of {when}",
  "answer.share.discord": "Show in the channel",
  "answer.share.slack": "Show in the channel",
  "answer.share.under_way": "On its way to the channel.",
  "answer.share.not.discord": "This answer can’t be shown in the channel.",
  "answer.share.not.slack": "This answer can’t be shown in the channel.",
  "answer.unlinked.self": "I don’t know your BeatPass artist yet. Link it once and this works everywhere.",
  "answer.unlinked.other": "{member} hasn’t linked a BeatPass artist here.",
  "answer.unknown": "No producer called “{query}” here. Check the spelling or pick from the list.",
  // Where nothing is offered while somebody types.
  "answer.unknown.no_list": "No producer called “{query}” here. Check the spelling.",
  "answer.rank.ahead": "{gap} to #{next}",
  "answer.rank.why_me": "You moved: {mine}.",
  "answer.board.empty": "Nobody is ranked here yet. The first linked producer with a public track opens the board.",
  "answer.board.empty_all": "Nobody is ranked here yet. The first producer with a public track opens the board.",
  "answer.late": "This takes longer than usual. I’ll edit this message.",
  "answer.down": "I can’t reach the figures right now. Nothing is lost; try again in a few minutes. ({requestId})",
  "answer.stats.rank": "{category} · {period} · #{rank} of {total, number}",
  "answer.help": "What I answer here:",
  "answer.help.line": "{command}: {description}",
} as const;
