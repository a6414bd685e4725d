import { MS_PER_DAY } from "../metrics/days.ts";
import { compareIds } from "./compare-ids.ts";
import { roundScore } from "./rounding.ts";

/** Leaderboards: categories, periods, ranking and tiers (spec §6, §12). */
export const CATEGORIES = ["overall", "points", "plays", "uploads", "quality", "collaboration", "earnings"] as const;
export type Category = (typeof CATEGORIES)[number];

export const TIERS = ["diamond", "platinum", "gold", "silver", "bronze"] as const;
export type Tier = (typeof TIERS)[number];

/** "all-time", "7d", "30d" or a half-year season such as "2026-H2". */
export type Period = string;

export type Window = {
  /** Instants in ms; start included, end excluded. All time has neither: -Infinity and Infinity. */
  start: number;
  end: number;
};

/** The instants a period covers for a refresh at `now`; undefined for a word that is no period. */
export function periodWindow(period: Period, now: number): Window | undefined {
  if (period === "all-time") return { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY };
  if (period === "7d") return { start: now - 7 * MS_PER_DAY, end: now };
  if (period === "30d") return { start: now - 30 * MS_PER_DAY, end: now };
  const season = /^(\d{4})-H([12])$/.exec(period);
  if (!season) return undefined;
  const year = Number(season[1]);
  const half = Number(season[2]);
  return {
    start: Date.UTC(year, half === 1 ? 0 : 6, 1),
    end: Date.UTC(half === 1 ? year : year + 1, half === 1 ? 6 : 0, 1),
  };
}

/** The half-year of UTC in which an instant lies: "2026-H2". */
export function seasonOf(instantMs: number): Period {
  const date = new Date(instantMs);
  return `${date.getUTCFullYear()}-H${date.getUTCMonth() < 6 ? 1 : 2}`;
}

/** The half-year before the one an instant falls in. */
export function seasonBefore(instantMs: number): Period {
  const date = new Date(instantMs);
  return seasonOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() < 6 ? 0 : 6, 1) - 1);
}

/**
 * Boards that a refresh keeps up to date: all time, the last 7 and 30 days, this season and the one before, whose
 * late plays still come in.
 */
export const currentPeriods = (now: number): Period[] => ["all-time", "7d", "30d", seasonOf(now), seasonBefore(now)];

export type Contender = {
  producerId: string;
  score: number;
  tiebreak: number;
  /** ms; the older account is listed first within a shared rank (spec §12.4). */
  createdAt: number;
};
export type Ranked<C extends Contender = Contender> = C & { rank: number; tier: Tier };

/** Ranks a field: scores of 0 are left out, score and tiebreak both equal share a rank (1, 2, 2, 4). */
export function rankField<C extends Contender>(category: Category, contenders: readonly C[]): Ranked<C>[] {
  const { contender, rank, score, tiebreak, tier } = rankColumns(category, {
    score: Float64Array.from(contenders, (one) => one.score),
    tiebreak: Float64Array.from(contenders, (one) => one.tiebreak),
    compareAge: (a, b) => compareAge(contenders[a]!, contenders[b]!),
  });
  return Array.from(contender, (at, position) => ({
    ...contenders[at]!,
    score: score[position]!,
    tiebreak: tiebreak[position]!,
    rank: rank[position]!,
    tier: tier[position]!,
  }));
}

/** Who is older, then by id: the order within a shared rank (spec §12.4). */
const compareAge = (
  a: Pick<Contender, "createdAt" | "producerId">,
  b: Pick<Contender, "createdAt" | "producerId">,
): number => a.createdAt - b.createdAt || compareIds(a.producerId, b.producerId);

/** A board column by column, each by position: a refresh ranks up to a hundred thousand some forty times, without an object for each. */
export type RankedColumns = {
  /** Index in the field that was given. */
  contender: Int32Array;
  rank: Int32Array;
  score: Float64Array;
  tiebreak: Float64Array;
  tier: Tier[];
};

/**
 * As rankField, of columns by contender.
 * @param field in any order; nearly in that of the ranks it takes a fraction of the time
 */
export function rankColumns(
  category: Category,
  field: { score: Float64Array; tiebreak: Float64Array; compareAge: (a: number, b: number) => number },
): RankedColumns {
  const scores = field.score.map(roundScore);
  const tiebreaks = field.tiebreak.map(roundScore);
  const order: number[] = [];
  for (const [at, score] of scores.entries()) if (score !== 0) order.push(at);
  order.sort((a, b) => scores[b]! - scores[a]! || tiebreaks[b]! - tiebreaks[a]! || field.compareAge(a, b));
  const contender = Int32Array.from(order);
  const [score, tiebreak] = [new Float64Array(order.length), new Float64Array(order.length)];
  const rank = new Int32Array(order.length);
  const tier: Tier[] = [];
  for (const [position, at] of contender.entries()) {
    score[position] = scores[at]!;
    tiebreak[position] = tiebreaks[at]!;
    const shares = score[position - 1] === score[position] && tiebreak[position - 1] === tiebreak[position];
    rank[position] = shares ? rank[position - 1]! : position + 1;
    tier.push(tierOf(category, score[position]!, rank[position]!, order.length));
  }
  return { contender, rank, score, tiebreak, tier };
}

const SCORE_TIERS: Partial<Record<Category, readonly [number, number, number, number]>> = {
  overall: [80, 65, 50, 30],
  plays: [100_000, 50_000, 10_000, 1_000],
  uploads: [100, 50, 25, 10],
  quality: [95, 85, 75, 60],
  earnings: [15, 10, 5, 2],
};
/** Percent of the field, for the categories without score tiers. */
const PERCENTILE_TIERS = [1, 5, 20, 50] as const;

/** Diamond to Silver by score, or by rank ≤ ceil(p × N) where the category has percentile tiers; Bronze below. */
export function tierOf(category: Category, score: number, rank: number, total: number): Tier {
  const floors = SCORE_TIERS[category];
  const index = floors
    ? floors.findIndex((floor) => score >= floor)
    : PERCENTILE_TIERS.findIndex((percent) => rank <= Math.ceil((percent * total) / 100));
  return TIERS[index === -1 ? TIERS.length - 1 : index]!;
}
