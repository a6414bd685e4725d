export const tokenEn = {
  "token.soon.title": "Your BeatPass token ends in {days, plural, one {# day} other {# days}}",
  "token.soon.body": "Get a new one on BeatPass and paste it here. It takes a minute, and not a play is lost.",
  "token.soon.button": "Renew token",
  "token.ended.title": "Your BeatPass token has ended",
  "token.ended.body": "Your figures rest at {when}. Renew it and the plays in between are added.",
  "token.refused.title": "BeatPass no longer accepts your token",
  "token.refused.body": "It may have been withdrawn. Paste a new one to go on.",
  "token.renewed":
    "Renewed until {date}. {plays, plural, =0 {Nothing was missed.} one {# play caught up.} other {# plays caught up.}}",
  "token.wrong": "BeatPass doesn’t know this token. Copy it whole, without spaces.",
  "token.no_upload":
    "This token belongs to an account without upload access, so there are no producer figures to read.",
} as const;
