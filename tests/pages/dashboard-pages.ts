/** One page of the dashboard as the demo producer sees it; a new page gets its row here and is tested and pictured. */
export type DashboardPage = {
  /** Of its pictures: "home" becomes home-dark, home-light, home-phone. */
  name: string;
  path: string;
  /** Administrators alone see it. */
  admin?: boolean;
};

export const DASHBOARD_PAGES: readonly DashboardPage[] = [
  { name: "home", path: "/producer-dashboard" },
  { name: "progress", path: "/producer-dashboard/progress" },
  { name: "tracks", path: "/producer-dashboard/tracks" },
  { name: "albums", path: "/producer-dashboard/albums" },
  { name: "activity", path: "/producer-dashboard/activity?downloads=all" },
  { name: "leaderboards", path: "/producer-dashboard/leaderboards?category=plays" },
  { name: "track-insights", path: "/backstage/tracks/8000000001/insights?range=90d" },
  { name: "compare", path: "/backstage/tracks/8000000001/insights?compare=8000000002" },
  { name: "album-insights", path: "/backstage/albums/7000000002/insights?range=all" },
  { name: "artist-insights", path: "/backstage/artists/9000000001/insights?range=all" },
  { name: "channels", path: "/demo/channels" },
  { name: "pair", path: "/pair" },
  { name: "connect", path: "/connect" },
  { name: "settings", path: "/settings" },
  { name: "admin", path: "/admin", admin: true },
];
