export const attentionEn = {
  "admin.attention": "Needs attention",
  "admin.attention.none": "Nothing needs you here: every channel can be reached.",
  "admin.attention.channel-gone": "A channel is gone",
  "admin.attention.channel-gone.do": "Choose another channel on the community’s page.",
  "admin.attention.permission-missing": "The bot may not post in a channel",
  "admin.attention.credentials-dead": "{platform} refuses the bot’s token",
  "admin.attention.credentials-dead.do":
    "Take a new token from {platform}’s developer pages, put it in the bot’s environment and start the bot again.",
  "admin.attention.community-left": "The bot is no longer in a community",
  "admin.attention.community-left.do": "Invite the bot again if that was a slip; otherwise there is nothing to do.",
  "admin.attention.roles-missing": "The bot may not give roles by level",
  "admin.attention.roles-missing.do":
    "In Discord: Server Settings, Roles, allow “Manage Roles” for the BeatPass role and move it above the roles that it gives. Those must carry no rights over the server.",
  "admin.attention.kept":
    "{deliveries, plural, =0 {Keeps nothing back} one {Keeps # delivery back} other {Keeps # deliveries back}} · since {date}",
  "admin.unknown":
    "{count, plural, one {The last delivery that may or may not have been seen} other {The last # deliveries that may or may not have been seen}}",
  "admin.unknown.means":
    "The platform never said whether it posted them, so each may or may not have been seen. They are never sent again.",
  "admin.unsent":
    "{count, plural, one {The last delivery that was given up} other {The last # deliveries that were given up}}",
  "admin.unsent.means":
    "They were never posted: the platform refused them, or the news was more than a day old when their turn came.",
  "admin.unknown.private": "private message",
  "admin.unknown.joined": "An arrival",
  "admin.unknown.spike": "A spike in plays",
  "admin.unknown.sale": "A sale",
  "admin.unknown.refund": "A refund",
  "admin.unknown.payout": "News of a payout",
  "admin.unknown.own-digest": "A producer’s own week",
  "admin.unknown.token-soon": "A reminder of a token’s end",
  "admin.unknown.notice": "A notice to an administrator",
  "settings.chat.unreachable":
    "No private message has reached you since {date}: open your direct messages to the bot in {platform}.",
} as const;
