export const noticesEn = {
  "bot.permission.invite":
    "I can’t post in {channel}: invite me there. Nothing is lost, I’ll catch up for {hours, plural, one {# hour} other {# hours}}.",
  "bot.permission.send": "Send Messages",
  "bot.roles.missing":
    "I can’t give roles by level: allow “Manage Roles” for my role, and put it above the roles that I give. I’ll catch up within the hour.",
} as const;
