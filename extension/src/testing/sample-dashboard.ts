import type { Dashboard } from "@beatpass/shared/contracts";

/** A producer's overview as the server gives it. */
export const sampleDashboard: Dashboard = {
  producer: { id: "p1", name: "Kaya Noir", artists: [], demo: true },
  tracks: 4,
  plays: 512,
  followers: 9,
  albums: 1,
  downloads: 0,
  plays30d: Array.from({ length: 30 }, () => 3),
  playsToday: 3,
  playsLast24h: 5,
  basis: "computed",
  level: 6,
  title: "Intermediate Producer",
  xp: 1200,
  xpForLevel: 1118,
  xpForNext: 1470,
  xpToNext: 270,
  rules: { upload: 100, metadata: 50 },
  progress: 0.233,
  asOf: "2026-01-01T00:00:00.000Z",
};
