import { seededRandom } from "@beatpass/server/demo/random.ts";

export const TRACKS = 5000;
const LISTENERS = 20_000;
const YEAR_MS = 365 * 86_400_000;
const PLATFORMS = ["android", "iOS", "windows", "mac", "linux", "web player", "cast to device"];
const COUNTRIES = ["CA", "US", "FR", "GB", "DE", "BR", "NG", "JP"];

export type PlayRow = {
  id: string;
  trackId: string;
  at: number;
  listenedMs: number;
  platform: string;
  country: string;
  listenerId: string;
};

/** Made-up plays of the time up to `end`, a year by itself: few tracks and listeners have most of them. */
export function makePlays(count: number, end: number, { prefix = "p", spanMs = YEAR_MS } = {}): PlayRow[] {
  const random = seededRandom(7);
  return Array.from({ length: count }, (_, n) => ({
    id: `${prefix}${n}`,
    trackId: `t${Math.floor(random() ** 3 * TRACKS)}`,
    at: Math.floor(end - spanMs + (n / count) * spanMs),
    listenedMs: Math.floor(random() * 210_000),
    platform: PLATFORMS[Math.floor(random() * PLATFORMS.length)]!,
    country: COUNTRIES[Math.floor(random() * COUNTRIES.length)]!,
    listenerId: `l${Math.floor(random() ** 2 * LISTENERS)}`,
  }));
}
