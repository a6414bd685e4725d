import { compareIds } from "./compare-ids.ts";
import { roundScore } from "./rounding.ts";

/** Leaderboards: categories, periods, ranking and tiers (spec §6, §12). */
export const CATEGORIES = ["overall", "points", "plays", "uploads", "quality", "collaboration", "earnings"] as const;
export type Category = (typeof CATEGORIES)[number];

export const TIERS = ["diamond", "platinum", "gold", "silver", "bronze"] as const;
export type Tier = (typeof TIERS)[number];

/** "all-time", "7d", "30d" or a half-year season such as "2026-H2". */
export type Period = string;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export type Window = {
  /** Instants in ms; start included, end excluded. All time has neither: -Infinity and Infinity. */
  start: number;
  end: number;
};

/** The instants a period covers for a refresh at `now`; undefined for a word that is no period. */
export function periodWindow(period: Period, now: number): Window | undefined {
  if (period === "all-time") return { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY };
  if (period === "7d") return { start: now - 7 * DAY, end: now };
  if (period === "30d") return { start: now - 30 * DAY, end: now };
  const season = /^(\d{4})-H([12])$/.exec(period);
  if (!season) return undefined;
  const year = Number(season[1]);
  const half = Number(season[2]);
  return {
    start: Date.UTC(year, half === 1 ? 0 : 6, 1),
    end: Date.UTC(half === 1 ? year : year + 1, half === 1 ? 6 : 0, 1),
  };
}

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

/**
 * Ranks a field: scores of 0 are left out, score and tiebreak both equal share a rank (1, 2, 2, 4).
 * @param contenders in any order; nearly in that of the ranks it takes half the time
 */
export const rankField = <C extends Contender>(category: Category, contenders: readonly C[]): Ranked<C>[] =>
  rankInPlace(
    category,
    contenders.map((contender) => unranked(contender)),
  );

/** A contender whose place rankInPlace finds. */
export const unranked = <C extends Contender>(contender: C): Ranked<C> => ({ ...contender, rank: 0, tier: "bronze" });

/**
 * As rankField, of contenders that are the caller's own and become the board: boards of a hundred thousand are ranked
 * some forty times a refresh.
 */
export function rankInPlace<C extends Contender>(category: Category, contenders: readonly Ranked<C>[]): Ranked<C>[] {
  const field: Ranked<C>[] = [];
  for (const contender of contenders) {
    contender.score = roundScore(contender.score);
    contender.tiebreak = roundScore(contender.tiebreak);
    if (contender.score !== 0) field.push(contender);
  }
  field.sort(
    (a, b) =>
      b.score - a.score ||
      b.tiebreak - a.tiebreak ||
      a.createdAt - b.createdAt ||
      compareIds(a.producerId, b.producerId),
  );
  for (const [index, contender] of field.entries()) {
    const above = field[index - 1];
    const shares = above !== undefined && above.score === contender.score && above.tiebreak === contender.tiebreak;
    contender.rank = shares ? above.rank : index + 1;
    contender.tier = tierOf(category, contender.score, contender.rank, field.length);
  }
  return field;
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
