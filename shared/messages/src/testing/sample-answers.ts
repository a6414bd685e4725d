import type { Answer, Insights, Leaderboard, Progress, StatsAnswer } from "@beatpass/shared/contracts";

const asOf = "2026-11-20T11:55:00Z";
const url = "https://beats.example/producer-dashboard";

export const sampleStats = (name: string, demo = false): StatsAnswer => ({
  is: "stats",
  producer: { id: "1", name },
  demo,
  basis: "reported",
  level: 12,
  title: "Experienced Producer",
  xp: 3700,
  xpToNext: 458,
  progress: 0.3,
  tracks: 1,
  plays: 1234,
  followers: 0,
  rank: { category: "plays", period: "all-time", rank: 4, total: 214 },
  asOf,
  url,
});

export const sampleProgress = (name: string): Progress => ({
  producer: { id: "1", name },
  basis: "computed",
  xp: 3700,
  level: 12,
  title: "Experienced Producer",
  xpForLevel: 3648,
  xpForNext: 4157,
  xpToNext: 457,
  progress: 0.42,
  sources: [
    { source: "upload", xp: 1400, count: 14 },
    { source: "play", xp: 2300, count: 2300 },
  ],
  rules: {
    name: "classic",
    version: 1,
    upload: 100,
    metadata: 50,
    collaboration: 25,
    play: { xp: 1, per: "every" },
    minimumListenMs: 0,
  },
  achievements: [
    achievement("photogenic", "Photogenic", "common", { unlockedAt: "2026-11-18T12:00:00Z" }),
    achievement("team-player", "Team Player", "rare", { current: 8, target: 10, unit: "collaborations" }),
    achievement("chart-topper", "Chart Topper", "rare", { current: 30, target: 100, unit: "plays" }),
    achievement("oracle", "Oracle", "common", { target: 1 }),
  ],
  counts: { unlocked: 1, total: 36 },
  asOf,
});

function achievement(
  slug: string,
  name: string,
  rarity: "common" | "rare",
  more: Partial<Progress["achievements"][number]>,
): Progress["achievements"][number] {
  return { slug, name, category: "upload", rarity, xp: 500, description: "", holdersShare: 0.1, ...more };
}

export const sampleInsights = (title: string, artist: string): Insights => ({
  subject: { kind: "track", id: "7", title, artists: [{ id: "1", name: artist }] },
  range: { from: "2026-10-22", to: "2026-11-20" },
  previousRange: { from: "2026-09-22", to: "2026-10-21" },
  plays: {
    total: 612,
    previous: 500,
    growthRate: 0.224,
    peakDay: { date: "2026-11-14", plays: 61 },
    dailyAverage: 20.4,
    dataPoints: 30,
    bar: "day",
    series: [],
    previousSeries: [],
  },
  downloads: { total: 1 },
  engagement: {
    plays: 600,
    averageListenMs: 125_000,
    completionRate: 0.68,
    totalListenMs: 1,
    completedListens: 1,
    breakdown: { completed: 1, mostly: 0, half: 0, partial: 0, skipped: 0 },
    qualityScore: 77,
    rating: "Excellent",
    series: [],
  },
  devices: [],
  platforms: [{ name: "iOS", plays: 300, share: 0.49 }],
  locations: [{ name: "CA", plays: 200, share: 0.33 }],
  listeners: [],
  asOf,
});

export const sampleBoard = (names: readonly string[]): Leaderboard => ({
  category: "plays",
  period: "7d",
  refreshedAt: asOf,
  total: 214,
  me: { rank: 41, score: 12, tier: "bronze" },
  rows: names.map((name, index) => ({
    rank: index + 1,
    producerId: `p${index}`,
    name,
    score: 1000 - index,
    tier: "gold",
    detail: { tiebreak: 1 },
  })),
});

/** Who else is there; without, everybody and everything has the one name. */
export type Cast = { others: readonly string[]; track: string; community: string };

/** One of each kind of answer, with this name wherever a name goes. */
export function everyAnswer(
  name: string,
  demo = false,
  { others, track, community }: Cast = { others: [name], track: name, community: name },
): Answer[] {
  const about = { demo, asOf, url };
  const { listeners: _listeners, previousRange: _before, ...insights } = sampleInsights(track, name);
  const other = (index: number) => others[index % others.length]!;
  const among = { id: "c", name: community };
  const passing = (index: number) => ({
    producerId: "2",
    name: other(index),
    rank: 3,
    previousRank: 2,
    score: 900,
    previousScore: 880,
  });
  return [
    sampleStats(name, demo),
    { is: "progress", ...about, progress: sampleProgress(name) },
    { is: "achievements", ...about, progress: sampleProgress(name) },
    { is: "insights", ...about, insights },
    {
      is: "leaderboard",
      ...about,
      board: sampleBoard(Array.from({ length: 10 }, (_, index) => other(index))),
      among,
      me: "x",
    },
    {
      is: "rank",
      ...about,
      among,
      change: {
        category: "plays",
        period: "7d",
        changedAt: "2026-11-20T11:30:00Z",
        before: { rank: 6, score: 800, total: 213 },
        now: { rank: 4, score: 850, total: 214 },
        moved: "both",
        passed: [passing(0)],
        passedBy: Array.from({ length: 5 }, (_, index) => passing(index + 1)),
        passedCount: 1,
        passedByCount: 5,
      },
      toNext: { rank: 3, gap: 50 },
    },
    { is: "unlinked" },
    { is: "unlinked-member" },
    { is: "unknown", query: name },
    { is: "no-insights" },
  ];
}
