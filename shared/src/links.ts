import type { AnnouncementView } from "./contracts/index.ts";
import type { Category } from "./rules/index.ts";

/** BeatPass and dashboard addresses ↔ {kind, id}, both ways (spec §7, §8). */
export const BEATPASS_ORIGIN = "https://open.beatpass.ca";

export const SUBJECT_KINDS = ["track", "album", "artist"] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];
export type SubjectRef = { kind: SubjectKind; id: string };

const PUBLIC_PATH = /^\/(track|album|artist)\/(\d+)(?:\/|$)/;
const BACKSTAGE_PATH = /^\/backstage\/(track|album|artist)s\/(\d+)\/(?:edit|insights)(?:\/|$)/;

/**
 * The track, album or artist that a BeatPass address speaks of, or undefined.
 * @param href relative or absolute, with query or hash
 * @param base the page's own address, against which relative links resolve and whose origin they must share
 */
export function readBeatPassLink(href: string, base: string = BEATPASS_ORIGIN): SubjectRef | undefined {
  let url: URL;
  try {
    url = new URL(href, base);
  } catch {
    return undefined;
  }
  if (url.origin !== BEATPASS_ORIGIN && url.origin !== new URL(base).origin) return undefined;
  const match = PUBLIC_PATH.exec(url.pathname) ?? BACKSTAGE_PATH.exec(url.pathname);
  return match ? { kind: match[1] as SubjectKind, id: match[2]! } : undefined;
}

/** Path of the subject's insights page on the dashboard (and on BeatPass itself). */
export const insightsPath = ({ kind, id }: SubjectRef): string =>
  `/backstage/${kind}s/${encodeURIComponent(id)}/insights`;

/** The public page of a subject on BeatPass, without the name that may stand behind its id. */
export const beatPassUrl = ({ kind, id }: SubjectRef): string => `${BEATPASS_ORIGIN}/${kind}/${encodeURIComponent(id)}`;

/** Where BeatPass lets a track be edited; undefined for an id that is none of BeatPass's. */
export const beatPassEditUrl = (trackId: string): string | undefined =>
  /^\d+$/.test(trackId) ? `${BEATPASS_ORIGIN}/backstage/tracks/${trackId}/edit` : undefined;

/** Dashboard pages, at the paths of spec §7. */
export const PAGES = {
  home: "/producer-dashboard",
  progress: "/producer-dashboard/progress",
  tracks: "/producer-dashboard/tracks",
  albums: "/producer-dashboard/albums",
  activity: "/producer-dashboard/activity",
  finances: "/producer-dashboard/finances",
  leaderboards: "/producer-dashboard/leaderboards",
  signIn: "/sign-in",
  setPassword: "/set-password",
  pair: "/pair",
  connect: "/connect",
  settings: "/settings",
  people: "/admin",
  communities: "/communities",
  demoChannels: "/demo/channels",
} as const;

type BoardRef = { category?: Category; period?: string; community?: string | undefined };

/** Path of a board's page, as the page itself reads it: overall, all time and everybody where nothing is said. */
export function boardPath({ category, period, community }: BoardRef): string {
  const query = Object.entries({ category, period, community })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(value!)}`);
  return query.length === 0 ? PAGES.leaderboards : `${PAGES.leaderboards}?${query.join("&")}`;
}

/** Whether whoever follows an address of ours sees the same page: boards are, everything else is each producer's own. */
export const leadsEverybody = (url: string): boolean => new URL(url).pathname === PAGES.leaderboards;

/**
 * Path of the page on which more of an announcement is to be seen by whoever reads it: in a channel the board that it
 * speaks of, to a person one of their own pages. Undefined where there is none.
 */
export function announcementPath(view: AnnouncementView, to: "channel" | "person"): string | undefined {
  if ("category" in view) return boardPath({ ...view, community: view.among?.id });
  if (view.kind === "community-digest") return boardPath({ community: view.community.id });
  return to === "person" ? ownPath(view) : undefined;
}

function ownPath(view: AnnouncementView): string | undefined {
  switch (view.kind) {
    case "spike":
      return insightsPath({ kind: "track", id: view.track.id });
    case "token-soon":
      return PAGES.connect;
    case "sale":
    case "refund":
    case "payout-sent":
    case "payout-failed":
      return PAGES.finances;
    // Whoever administers a community may have no account here: its words say what to do there.
    case "notice":
      return undefined;
    default:
      return PAGES.progress;
  }
}
