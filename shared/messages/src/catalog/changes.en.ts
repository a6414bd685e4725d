/** What changed since a visit: the parts of popup.since, how its instant is told, and times of day anywhere. */
export const changesEn = {
  "changes.plays": "{plays, plural, one {+# play} other {+# plays}}",
  "changes.xp": "+{xp, number} XP",
  "changes.level": "level {level, number}",
  "changes.rank.up": "up {steps, number} in {board}",
  "changes.rank.down": "down {steps, number} in {board}",
  "changes.rank.new": "#{rank} of {total, number} in {board}",
  "changes.board": "{category} ({period})",
  "changes.unlocks": "{names} unlocked",
  "changes.followers": "{followers, plural, one {+# follower} other {+# followers}}",
  "since.today": "{time}",
  "since.yesterday": "yesterday {time}",
  "since.weekday": "{weekday} {time}",
  "since.date": "{date}",
  "clock.time": "{hour}:{minute}",
  "clock.moment": "{date}, {time}",
} as const;
