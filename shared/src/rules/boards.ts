import { eachFigures, type PeriodInput } from "./board-figures.ts";
import type { Catalog, CatalogIndex } from "./catalog.ts";
import { CATEGORIES, type Category, type Ranked, type RankedColumns, rankColumns } from "./leaderboards.ts";
import { BOARD_SCORES, FIRST_RANK_WITHOUT_POINTS, overallScore, pointsScore, type ScoredCategory } from "./scores.ts";

/** What a producer has of its own, beside the figures of its tracks. */
export type Gains = {
  xp: number;
  unlocked: ReadonlySet<string>;
  /** How many of them are of the collaboration category. */
  unlockedTogether: number;
};

/** A board of everybody, column by column: producers by their indexes. */
export type RankedBoard = Omit<RankedColumns, "contender"> & { producer: Int32Array };

export type Boards = Record<Category, RankedBoard>;

/** The rows of a board, for who wants to look at them one by one. */
export const boardRows = ({ producer, rank, score, tiebreak, tier }: RankedBoard, { producers }: Catalog): Ranked[] =>
  Array.from(producer, (index, position) => ({
    producerId: producers[index]!.id,
    createdAt: producers[index]!.createdAt,
    rank: rank[position]!,
    score: score[position]!,
    tiebreak: tiebreak[position]!,
    tier: tier[position]!,
  }));

/**
 * Producer indexes in the order of the boards as they stood before. No result depends on it: a field that has changed
 * little is ranked in less time.
 */
export type FormerOrders = Partial<Record<Category, readonly number[]>>;

export const SCORED_CATEGORIES = CATEGORIES.filter((category) => category !== "overall");

const SCORED_BY_PERIOD = ["plays", "uploads", "quality", "collaboration", "earnings"] as const;
/** The boards that a period has of its own but for the overall one; points are those of all time. */
export type PeriodCategory = (typeof SCORED_BY_PERIOD)[number];

/** What a board is ranked by, each by producer index: 0 for who is not on it. */
export type BoardScores = { score: Float64Array; tiebreak: Float64Array };
export type PeriodScores = {
  /** The indexes of all producers on the boards, ascending. */
  field: readonly number[];
  scores: Record<PeriodCategory, BoardScores>;
};

const noScores = (size: number): BoardScores => ({ score: new Float64Array(size), tiebreak: new Float64Array(size) });

/** What the boards of a period are ranked by (spec §6). @param settled gains by producer index, achievements of this refresh included */
export function scorePeriod(
  index: CatalogIndex,
  { gains }: { gains: readonly Gains[] },
  input: PeriodInput,
): PeriodScores {
  const size = index.catalog.producers.length;
  const field: number[] = [];
  const scores = Object.fromEntries(SCORED_BY_PERIOD.map((category) => [category, noScores(size)])) as Record<
    PeriodCategory,
    BoardScores
  >;
  eachFigures(index, input, (producer, figures) => {
    field.push(producer);
    figures.collaboration.achievements = gains[producer]!.unlockedTogether;
    for (const category of SCORED_BY_PERIOD) {
      const { score, tiebreak } = BOARD_SCORES[category](figures);
      scores[category].score[producer] = score;
      scores[category].tiebreak[producer] = tiebreak;
    }
  });
  return { field, scores };
}

/** A board whose ranks are known: its rows to the last that counts for the overall score (see FIRST_RANK_WITHOUT_POINTS) at least. */
export type KnownRanks = Pick<RankedBoard, "producer" | "rank">;

/**
 * All seven boards of a period (spec §6). Points are those of all time.
 * @param settled gains by producer index, achievements of this refresh included, and the all-time boards
 */
export function rankPeriod(
  index: CatalogIndex,
  settled: { gains: readonly Gains[]; boards: Pick<Boards, "points"> },
  input: PeriodInput,
  former: FormerOrders = {},
): Boards {
  return rankScores(index, settled, scorePeriod(index, settled, input), former) as Boards;
}

/** As rankPeriod, of scores. @param known boards that need not be ranked: they are absent from what it gives */
export function rankScores(
  index: CatalogIndex,
  { gains, boards }: { gains: readonly Gains[]; boards: Pick<Boards, "points"> },
  { field, scores }: PeriodScores,
  former: FormerOrders = {},
  known: Partial<Record<PeriodCategory, KnownRanks>> = {},
): Partial<Boards> {
  const open = SCORED_BY_PERIOD.filter((category) => !known[category]);
  const ranked = {
    ...Object.fromEntries(
      open.map((category) => [
        category,
        rankBoard(category, inFormerOrder(field, former[category]), index.ages, scores[category]),
      ]),
    ),
    points: boards.points,
  };
  return { ...ranked, overall: rankOverall(index, field, gains, { ...known, ...ranked }, former) };
}

/** Points of all time: whoever is on boards, by what it has (spec §6). */
export function rankPoints(
  index: CatalogIndex,
  field: readonly number[],
  gains: readonly Gains[],
  former: FormerOrders = {},
): RankedBoard {
  const scores = noScores(index.catalog.producers.length);
  for (const producer of field) {
    const { xp, unlocked } = gains[producer]!;
    const { score, tiebreak } = pointsScore({ xp, achievements: unlocked.size });
    scores.score[producer] = score;
    scores.tiebreak[producer] = tiebreak;
  }
  return rankBoard("points", inFormerOrder(field, former.points), index.ages, scores);
}

/** The overall board, which follows from the ranks of the other six. */
function rankOverall(
  index: CatalogIndex,
  field: readonly number[],
  gains: readonly Gains[],
  ranked: Partial<Record<ScoredCategory, KnownRanks>>,
  former: FormerOrders = {},
): RankedBoard {
  const ranks: Partial<Record<ScoredCategory, number>>[] = [];
  for (const category of SCORED_CATEGORIES) {
    const { producer, rank } = ranked[category]!;
    for (let position = 0; position < rank.length && rank[position]! < FIRST_RANK_WITHOUT_POINTS; position++) {
      const own = ranks[producer[position]!] ?? {};
      own[category] = rank[position]!;
      ranks[producer[position]!] = own;
    }
  }
  // Everybody else has a score of 0, which is not ranked.
  const producers = inFormerOrder(field, former.overall).filter((producer) => ranks[producer] !== undefined);
  const scores = noScores(index.catalog.producers.length);
  for (const producer of producers) {
    scores.score[producer] = overallScore(ranks[producer]!);
    scores.tiebreak[producer] = gains[producer]!.xp;
  }
  return rankBoard("overall", producers, index.ages, scores);
}

/** @param producers their indexes, nearly in the order of their ranks where that is known @param ages see CatalogIndex */
function rankBoard(
  category: Category,
  producers: readonly number[],
  ages: Int32Array,
  scores: BoardScores,
): RankedBoard {
  const score = new Float64Array(producers.length);
  const tiebreak = new Float64Array(producers.length);
  for (const [at, producer] of producers.entries()) {
    score[at] = scores.score[producer]!;
    tiebreak[at] = scores.tiebreak[producer]!;
  }
  const { contender, ...columns } = rankColumns(category, {
    score,
    tiebreak,
    compareAge: (a, b) => ages[producers[a]!]! - ages[producers[b]!]!,
  });
  return { producer: contender.map((at) => producers[at]!), ...columns };
}

/** The indexes of a field's producers, newcomers last. */
function inFormerOrder(field: readonly number[], former: readonly number[] = []): number[] {
  const left = new Uint8Array((field.at(-1) ?? -1) + 1);
  for (const index of field) left[index] = 1;
  const ordered: number[] = [];
  for (const index of former) {
    if (left[index] !== 1) continue;
    ordered.push(index);
    left[index] = 0;
  }
  for (const index of field) if (left[index] === 1) ordered.push(index);
  return ordered;
}
