import { communityId } from "@beatpass/server/communities/index.ts";
import { DEMO_GUILD } from "@beatpass/server/demo/people.ts";

/** One page of the dashboard as the demo producer sees it; a new page gets its row here and is tested and pictured. */
export type DashboardPage = {
  /** Of its pictures: "home" becomes home-dark, home-light, home-phone. */
  name: string;
  path: string;
  /** Administrators alone see it. */
  admin?: boolean;
  /** Pictured as somebody new sees it: made-up people have nothing to do there. */
  newcomer?: boolean;
};

export const DASHBOARD_PAGES: readonly DashboardPage[] = [
  { name: "home", path: "/producer-dashboard" },
  { name: "progress", path: "/producer-dashboard/progress" },
  { name: "tracks", path: "/producer-dashboard/tracks" },
  { name: "albums", path: "/producer-dashboard/albums" },
  { name: "activity", path: "/producer-dashboard/activity?downloads=all" },
  { name: "finances", path: "/producer-dashboard/finances" },
  { name: "leaderboards", path: "/producer-dashboard/leaderboards?category=plays" },
  { name: "track-insights", path: "/backstage/tracks/8000000001/insights?range=30d" },
  { name: "compare", path: "/backstage/tracks/8000000001/insights?compare=8000000002" },
  { name: "album-insights", path: "/backstage/albums/7000000002/insights?range=all" },
  { name: "artist-insights", path: "/backstage/artists/9000000001/insights?range=all" },
  { name: "channels", path: "/demo/channels" },
  { name: "pair", path: "/pair" },
  { name: "connect", path: "/connect", newcomer: true },
  { name: "settings", path: "/settings" },
  { name: "admin", path: "/admin", admin: true },
  {
    name: "community",
    path: `/communities/${communityId({ platform: "discord", guildId: DEMO_GUILD })}`,
    admin: true,
  },
];
