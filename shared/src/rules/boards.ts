import { boardFigures, type PeriodInput } from "./board-figures.ts";
import type { Catalog, CatalogIndex } from "./catalog.ts";
import { CATEGORIES, type Category, type Ranked, type RankedColumns, rankColumns } from "./leaderboards.ts";
import {
  BOARD_SCORES,
  type BoardFigures,
  FIRST_RANK_WITHOUT_POINTS,
  overallScore,
  type ScoredCategory,
} from "./scores.ts";

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
export type PeriodScores = { field: readonly Entrant[]; scores: Record<PeriodCategory, BoardScores> };

/** What the boards of a period are ranked by (spec §6). @param settled gains by producer index, achievements of this refresh included */
export function scorePeriod(
  index: CatalogIndex,
  { gains }: { gains: readonly Gains[] },
  input: PeriodInput,
): PeriodScores {
  const field = boardField(index, boardFigures(index, input));
  return { field, scores: scoreField(index, field, gains, SCORED_BY_PERIOD) };
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
  const ranked = { ...rankBoards(index, field, scores, open, former), points: boards.points };
  return { ...ranked, overall: rankOverall(index, field, gains, { ...known, ...ranked }, former) };
}

/** A producer on the boards, with everything of it that no unlock changes. */
export type Entrant = { index: number; figures: BoardFigures };

export function boardField(index: CatalogIndex, figures: readonly (BoardFigures | undefined)[]): Entrant[] {
  return index.catalog.producers.flatMap((_, producer) => {
    const own = figures[producer];
    return own ? [{ index: producer, figures: own }] : [];
  });
}

/** Boards of the categories whose scores follow from figures. */
export function rankScored<C extends ScoredCategory>(
  index: CatalogIndex,
  field: readonly Entrant[],
  gains: readonly Gains[],
  categories: readonly C[],
  former: FormerOrders = {},
): Record<C, RankedBoard> {
  return rankBoards(index, field, scoreField(index, field, gains, categories), categories, former);
}

function scoreField<C extends ScoredCategory>(
  { catalog }: CatalogIndex,
  field: readonly Entrant[],
  gains: readonly Gains[],
  categories: readonly C[],
): Record<C, BoardScores> {
  const scores = {} as Record<C, BoardScores>;
  const size = catalog.producers.length;
  for (const category of categories) {
    scores[category] = { score: new Float64Array(size), tiebreak: new Float64Array(size) };
  }
  for (const { index, figures } of field) {
    const { xp, unlocked, unlockedTogether } = gains[index]!;
    // In place: a copy for each, of each period, is most of what there would be to clear away.
    figures.xp = xp;
    figures.achievements = unlocked.size;
    figures.collaboration.achievements = unlockedTogether;
    for (const category of categories) {
      const { score, tiebreak } = BOARD_SCORES[category](figures);
      scores[category].score[index] = score;
      scores[category].tiebreak[index] = tiebreak;
    }
  }
  return scores;
}

function rankBoards<C extends ScoredCategory>(
  index: CatalogIndex,
  field: readonly Entrant[],
  scores: Record<C, BoardScores>,
  categories: readonly C[],
  former: FormerOrders,
): Record<C, RankedBoard> {
  const boards = categories.map((category) => {
    const producers = inFormerOrder(field, former[category]);
    return [category, rankBoard(category, producers, index.ages, scores[category])];
  });
  return Object.fromEntries(boards) as Record<C, RankedBoard>;
}

/** The overall board, which follows from the ranks of the other six. */
export function rankOverall(
  index: CatalogIndex,
  field: readonly Entrant[],
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
  const size = index.catalog.producers.length;
  const scores = { score: new Float64Array(size), tiebreak: new Float64Array(size) };
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
  const { contender, ...columns } = rankColumns(category, {
    score: Float64Array.from(producers, (producer) => scores.score[producer]!),
    tiebreak: Float64Array.from(producers, (producer) => scores.tiebreak[producer]!),
    compareAge: (a, b) => ages[producers[a]!]! - ages[producers[b]!]!,
  });
  return { producer: contender.map((at) => producers[at]!), ...columns };
}

/** The indexes of a field's producers, newcomers last. */
function inFormerOrder(field: readonly Entrant[], former: readonly number[] = []): number[] {
  const left = new Uint8Array((field.at(-1)?.index ?? -1) + 1);
  for (const { index } of field) left[index] = 1;
  const ordered: number[] = [];
  for (const index of former) {
    if (left[index] !== 1) continue;
    ordered.push(index);
    left[index] = 0;
  }
  for (const { index } of field) if (left[index] === 1) ordered.push(index);
  return ordered;
}
