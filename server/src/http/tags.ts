/** How the API's description groups its routes: by the first part of their path. */
export const TAGS = {
  Activity: "What happened: uploads, plays, downloads and follows as events",
  Overview: "A producer's figures at a glance, and what changed",
  Progress: "XP, levels and achievements",
  Catalog: "Tracks and albums",
  Insights: "Plays, engagement and listeners of a track, an album or an artist",
  Leaderboards: "Seven categories, by period and by community",
  Communities: "Discord servers and Slack workspaces, and what their bots ask",
  Announcements: "News, and its way to the channels",
  Sources: "Reading a producer's own data from BeatPass",
  Finances: "Sales and payouts, through Stripe",
  Accounts: "Signing in, pairing a browser, keys and choices",
  Administration: "For whoever runs this server",
  Demo: "Made-up people, on this machine only",
  Meaning: "What a figure means",
} as const;
export type Tag = keyof typeof TAGS;

/** First match wins. */
export const RULES: readonly (readonly [path: RegExp, tag: Tag])[] = [
  [/\/(insights|release-curve)$/, "Insights"],
  [/\/progress$/, "Progress"],
  [/^\/v1\/events/, "Activity"],
  [/^\/v1\/(dashboard|activity|changes|visits|stream)/, "Overview"],
  [/^\/v1\/(tracks|albums|artists|producers)/, "Catalog"],
  [/^\/v1\/leaderboards/, "Leaderboards"],
  [/^\/v1\/(communities|errands)/, "Communities"],
  [/^\/v1\/(announcements|deliveries)/, "Announcements"],
  [/^\/v1\/sources/, "Sources"],
  [/^\/v1\/(finances|stripe)/, "Finances"],
  [/^\/(v1\/admin|health)/, "Administration"],
  [/^\/(v1\/)?demo/, "Demo"],
  [/^\/v1\/explain/, "Meaning"],
];

/** Everything else has to do with one's own account. */
export const tagOf = (path: string): Tag => RULES.find(([pattern]) => pattern.test(path))?.[1] ?? "Accounts";
