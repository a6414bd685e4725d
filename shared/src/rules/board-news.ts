import { compareIds } from "./compare-ids.ts";
import { TIERS, type Tier } from "./leaderboards.ts";

export type NewsPlace = { rank: number; tier: Tier };
/** Everybody ranked on a board at one refresh, by producer. */
export type NewsBoard = ReadonlyMap<string, NewsPlace>;

export const BOARD_NEWS_KINDS = ["new-number-one", "top-three", "top-ten", "climb", "tier-reached"] as const;
export type BoardNewsKind = (typeof BOARD_NEWS_KINDS)[number];

export type BoardNews = {
  producerId: string;
  kind: BoardNewsKind;
  rank: number;
  previousRank?: number;
  tier: Tier;
  /** Of a climb: who was passed and has stood behind since, the best placed first. */
  passed?: readonly string[];
};

export type BoardNewsRules = {
  /** So many have to be ranked that places in the top ten are news. */
  topTenRanked: number;
  /** How many are; the boards may leave out who stood still. */
  ranked: number;
  /** Whether the board's tiers are news: all-time ones. */
  tiers: boolean;
};

/**
 * What three refreshes of a board, oldest first, have to tell (spec §13): a gain that was not there at the first and
 * held at the two after it. At most one piece of news a producer, the greatest. A board without anybody at the first
 * refresh has just begun and tells nothing.
 */
export function boardNews(
  [start, first, second]: readonly [start: NewsBoard, first: NewsBoard, second: NewsBoard],
  rules: BoardNewsRules,
): BoardNews[] {
  if (start.size === 0) return [];
  const news: BoardNews[] = [];
  for (const [producerId, now] of second) {
    const held = first.get(producerId);
    if (!held) continue;
    const before = start.get(producerId);
    const kind = newsOf(producerId, { before, held, now }, [start, first, second], rules);
    if (!kind) continue;
    const { rank, tier } = now;
    news.push({
      producerId,
      kind,
      rank,
      ...(before && { previousRank: before.rank }),
      tier,
      ...(kind === "climb" && { passed: passedBy(producerId, [start, first, second]) }),
    });
  }
  return news.sort(
    (a, b) => a.rank - b.rank || (a.producerId < b.producerId ? -1 : a.producerId > b.producerId ? 1 : 0),
  );
}

type Course = { before: NewsPlace | undefined; held: NewsPlace; now: NewsPlace };

function newsOf(
  producerId: string,
  { before, held, now }: Course,
  boards: readonly [NewsBoard, NewsBoard, NewsBoard],
  { topTenRanked, ranked, tiers }: BoardNewsRules,
): BoardNewsKind | undefined {
  const from = before?.rank ?? Number.POSITIVE_INFINITY;
  const worst = Math.max(held.rank, now.rank);
  if (worst === 1 && from > 1) return "new-number-one";
  if (worst <= 3 && from > 3) return "top-three";
  if (ranked >= topTenRanked) {
    if (worst <= 10 && from > 10) return "top-ten";
    if (from <= 10 && worst < from && now.rank > 1 && passedBy(producerId, boards).length > 0) return "climb";
  }
  if (tiers && before && isBetter(held.tier, before.tier) && isBetter(now.tier, before.tier)) return "tier-reached";
  return undefined;
}

/** Who is still ranked, stood ahead and has stood behind since: the best placed first. */
function passedBy(me: string, boards: readonly [NewsBoard, NewsBoard, NewsBoard]): string[] {
  const [start, first, second] = boards.map((board) => board.get(me)!.rank) as [number, number, number];
  const passed: { other: string; rank: number }[] = [];
  for (const [other, { rank }] of boards[0]) {
    const held = boards[1].get(other);
    const now = boards[2].get(other);
    if (rank < start && held && held.rank > first && now && now.rank > second) passed.push({ other, rank: now.rank });
  }
  return passed.sort((a, b) => a.rank - b.rank || compareIds(a.other, b.other)).map(({ other }) => other);
}

const isBetter = (one: Tier, other: Tier): boolean => TIERS.indexOf(one) < TIERS.indexOf(other);
