export const noticesEn = {
  "bot.permission.invite":
    "I can’t post in {channel}: invite me there. Nothing is lost, I’ll catch up for {hours, plural, one {# hour} other {# hours}}.",
  "bot.hello.slack":
    "I post BeatPass level-ups, achievements and leaderboard changes. Until you pick a channel I stay quiet.",
  "bot.hello.way": "{setUp}: type /beatpass settings in {community}.",
  "bot.setup.invite.text":
    "Type /beatpass link here to link your BeatPass artist. Nothing is posted before you say so.",
  "bot.channel.pick": "To pick one, type /beatpass settings in {community}.",
  "bot.permission.send": "Send Messages",
  // In a chat “here” would be the wrong place for a token.
  "notify.token_soon.body":
    "Get a new one on BeatPass and paste it on your dashboard, never in a chat. It takes a minute, and not a play is lost.",
  "bot.roles.missing":
    "I can’t give roles by level: allow “Manage Roles” for my role, put it above the roles that I give, and let those carry no rights over the server. I’ll catch up within the hour.",
} as const;
