import type { Insights } from "@beatpass/shared/contracts";

/** Insights of a made-up track over ten days, for tests. */
export const sampleInsights = (changes: Partial<Insights> = {}): Insights => ({
  subject: { kind: "track", id: "1", title: "Bus de nuit", artists: [{ id: "2", name: "Kaya Noir" }] },
  range: { from: "2026-11-01", to: "2026-11-03" },
  previousRange: { from: "2026-10-29", to: "2026-10-31" },
  plays: {
    total: 20,
    previous: 0,
    dailyAverage: 20 / 3,
    dataPoints: 3,
    bar: "day",
    peakDay: { date: "2026-11-02", plays: 12 },
    series: [
      { date: "2026-11-01", plays: 8 },
      { date: "2026-11-02", plays: 12 },
      { date: "2026-11-03", plays: 0 },
    ],
    previousSeries: [
      { date: "2026-10-29", plays: 0 },
      { date: "2026-10-30", plays: 0 },
      { date: "2026-10-31", plays: 0 },
    ],
  },
  downloads: { total: 0 },
  engagement: {
    plays: 20,
    averageListenMs: 125_000,
    completionRate: 0.77,
    totalListenMs: 2_500_000,
    completedListens: 10,
    breakdown: { completed: 10, mostly: 5, half: 3, partial: 1, skipped: 1 },
    qualityScore: 77,
    rating: "Excellent",
    badge: "Good",
    level: "Good",
    message: "engaged",
    series: [{ date: "2026-11-01", plays: 8, averageListenMs: 125_000, completionRate: 0.77 }],
  },
  devices: [{ name: "mobile", plays: 20, share: 1 }],
  platforms: [{ name: "iOS", plays: 20, share: 1 }],
  locations: [{ name: "CA", plays: 20, share: 1 }],
  listeners: [
    { name: "Listener AB12CD", plays: 5, share: 0.25 },
    { name: "guests", plays: 15, share: 0.75 },
  ],
  firstPlayOn: "2026-11-01",
  lastPlayOn: "2026-11-02",
  asOf: "2026-11-03T12:00:00Z",
  ...changes,
});
