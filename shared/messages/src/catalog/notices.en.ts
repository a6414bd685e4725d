export const noticesEn = {
  "bot.permission.invite":
    "I can’t post in {channel}: invite me there. Nothing is lost, I’ll catch up for {hours, plural, one {# hour} other {# hours}}.",
  "bot.permission.send": "Send Messages",
} as const;
