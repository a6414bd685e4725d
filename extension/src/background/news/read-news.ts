import { Leaderboard } from "@beatpass/shared/contracts";
import { viewItem } from "../../storage/items.ts";
import { localeOf } from "../../storage/locale-of.ts";
import { readSettings, type Settings } from "../../storage/settings.ts";
import { callServer } from "../call-server.ts";
import { refreshFigures } from "../figures.ts";
import { inTurn } from "../in-turn.ts";
import { sessionItem } from "../session.ts";
import { signOut } from "../sign-out.ts";
import { showBadge } from "./badge.ts";
import { siteIsInFront } from "./in-front.ts";
import { type News, newsItem } from "./news-item.ts";
import { noticeOf } from "./notice-of.ts";
import { type Notification, notify } from "./notify.ts";
import { type Announcement, readAnnouncements } from "./read-announcements.ts";
import { wantsNews } from "./watch.ts";
import { announcementWords, type Rank, rankWords } from "./words.ts";

type Paired = { server: string; token: string };

const MOST_KNOWN = 300;
const BACK_OFF_MS = 5 * 60_000;
const LONGEST_BACK_OFF_MS = 4 * 3_600_000;

let running: Promise<void> | undefined;

/**
 * Asks the server for news and tells of it, as far as that is switched on. The first reading tells of nothing.
 * @param atOnce also where earlier failures would have it wait, and after a reading that is under way
 */
export async function readNews({ atOnce = false } = {}): Promise<void> {
  if (atOnce) await running;
  running ??= read(atOnce).finally(() => {
    running = undefined;
  });
  return running;
}

async function read(atOnce: boolean): Promise<void> {
  const [settings, session, before] = await Promise.all([readSettings(), sessionItem.getValue(), newsItem.getValue()]);
  if (session.status !== "paired" || !wantsNews(settings)) return;
  if (!atOnce && Date.now() < before.notBefore) return;
  const answer = await readAnnouncements(session, before.newest);
  if (answer.status === "unauthenticated") return signOut(session.token);
  // The network comes back by itself; a server that fails is asked less and less often.
  if (answer.status === "offline") return;
  if (answer.status !== "ok") return backOff();
  await refreshFigures();
  const rank = (await viewItem.getValue()).figures?.dashboard.rank;
  const { fresh, gained, hush } = await takeIn(session, answer.data.announcements, rank);
  await showBadge();
  if (answer.data.watched || (await siteIsInFront())) return;
  const isOn = (notice: keyof Settings["notify"]) => settings.notify[notice] && !hush.includes(notice);
  await tell(session, settings, { fresh, gained, isOn });
}

const backOff = (): Promise<void> =>
  inTurn(async () => {
    const news = await newsItem.getValue();
    const failures = news.failures + 1;
    const wait = Math.min(BACK_OFF_MS * 2 ** failures, LONGEST_BACK_OFF_MS);
    await newsItem.setValue({ ...news, failures, notBefore: Date.now() + wait });
  });

type Gain = { rank: Rank; previous: number };
type TakenIn = { fresh: Announcement[]; gained: Gain | undefined; hush: News["hush"] };

/**
 * What is new becomes known before any of it is told: a background that is stopped in between tells nothing twice,
 * and the count on the icon still has it.
 */
function takeIn({ token }: Paired, read: Announcement[], rank: News["rank"]): Promise<TakenIn> {
  return inTurn(async () => {
    const nothing = { fresh: [], gained: undefined, hush: [] };
    const now = await sessionItem.getValue();
    if (now.status !== "paired" || now.token !== token) return nothing;
    const before = await newsItem.getValue();
    const known = new Set(before.known);
    const fresh = before.known ? read.filter(({ id }) => !known.has(id)).reverse() : [];
    const gained = gain(before.rank, rank);
    const newest = read.map(({ occurredAt }) => occurredAt).reduce(later, before.newest ?? "");
    await newsItem.setValue({
      known: [...new Set([...read.map(({ id }) => id), ...known])].slice(0, MOST_KNOWN),
      ...(newest && { newest }),
      unseen: [...before.unseen, ...fresh.map(({ id }) => id), ...(gained ? [rankId(gained.rank)] : [])],
      hush: [],
      ...keepRank(before.rank, rank),
      failures: 0,
      notBefore: 0,
    });
    return { fresh, gained, hush: before.hush };
  });
}

const later = (a: string, b: string): string => (a > b ? a : b);
const rankId = ({ category, period, rank }: Rank): string => `rank-${category}-${period}-${rank}`;
const isSameBoard = (a: Rank | undefined, b: Rank): boolean => a?.category === b.category && a.period === b.period;

const gain = (before: Rank | undefined, now: Rank | undefined): Gain | undefined =>
  before && now && isSameBoard(before, now) && now.rank < before.rank
    ? { rank: now, previous: before.rank }
    : undefined;

/** A place that is lost and won back is no second gain, until somebody has looked. */
function keepRank(before: News["rank"], now: News["rank"]): Pick<News, "rank"> {
  const kept = before && now && isSameBoard(before, now) && before.rank < now.rank ? before : now;
  return kept ? { rank: kept } : {};
}

async function tell(
  session: Paired,
  { saleAmount, language }: Settings,
  { fresh, gained, isOn }: Pick<TakenIn, "fresh" | "gained"> & { isOn: (notice: keyof Settings["notify"]) => boolean },
): Promise<void> {
  const locale = localeOf(language);
  const dashboard = (await viewItem.getValue()).figures?.dashboard;
  const told: { id: string; words: Notification }[] = [];
  const boards = new Set<string>();
  for (const { id, view } of fresh) {
    const notice = view && noticeOf(view.kind);
    if (!notice || !isOn(notice)) continue;
    const words = announcementWords(view, { locale, saleAmount, dashboard });
    if (words) told.push({ id, words });
    if (notice === "rank" && "category" in view) boards.add(`${view.category} ${view.period}`);
  }
  // The same step up a board is told once.
  if (gained && isOn("rank") && !boards.has(`${gained.rank.category} ${gained.rank.period}`)) {
    const toNext = await readToNext(session, gained.rank);
    told.push({
      id: rankId(gained.rank),
      words: rankWords(gained.rank, { locale, previous: gained.previous, toNext }),
    });
  }
  for (const { id, words } of told) await notify(id, words);
}

async function readToNext(session: Paired, { category, period }: Rank) {
  const path = `/v1/leaderboards/${category}?${new URLSearchParams({ period, around: "me", limit: "1" })}`;
  const answer = await callServer({ ...session, path, answer: Leaderboard });
  return answer.status === "ok" ? answer.data.me?.toNext : undefined;
}
