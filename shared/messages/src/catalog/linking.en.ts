export const linkingEn = {
  "link.start":
    "Link your BeatPass artist to {community}. One page, about a minute. Nothing is posted before you say so.",
  "link.start.button": "Link my artist",
  "link.expires": "This link works once, for {minutes, plural, one {# minute} other {# minutes}}.",
  "link.page.title": "What may {community} see?",
  "link.page.level_up": "Post when I level up",
  "link.page.unlock": "Post when I unlock an achievement",
  "link.page.rank": "Post when I climb a leaderboard",
  "link.page.named": "I may be named when someone moves ahead of me",
  "link.page.boards": "Show me on the leaderboards here",
  "link.page.hello": "Say hello for me now",
  "link.done.title": "You’re linked, {name}",
  "link.done.body":
    "Level {level}, {tracks, plural, one {# track} other {# tracks}}, {plays, plural, one {# play} other {# plays}}. What you did before today stays yours and is not announced.",
  "link.done.next": "Try /beatpass stats. Change your mind any time: /beatpass privacy.",
  "link.already": "You’re already linked as {name}.",
  "link.removed": "Unlinked. {community} will not hear from you here any more, and your figures are off its boards.",
  "pair.confirm": "Does your browser show {code}? Then it’s yours.",
  "pair.done": "Paired. Pin the icon to see your level at a glance, then right-click a track on BeatPass.",
  "bot.hello":
    "I post BeatPass level-ups, achievements and leaderboard changes. Until you pick a channel I stay quiet.",
  "bot.hello.button": "Set up",
  "bot.setup.done": "Done. {channel} will hear about {kinds}. {linked, number} linked so far.",
  "bot.setup.invite": "Share this so people can link themselves:",
  "bot.setup.few":
    "Rank announcements start at {needed, number} linked members ({linked, number} now). Level-ups and achievements start right away.",
  "bot.test.preview": "Preview, nobody else sees this.",
  "bot.permission.missing":
    "I can’t post in {channel}: I need “{permission}” there. Nothing is lost, I’ll catch up for {hours, plural, one {# hour} other {# hours}}.",
  "bot.channel.gone": "{channel} no longer exists, so I stopped posting there. Pick another one whenever you like.",
} as const;
