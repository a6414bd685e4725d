import { boardFigures, type PeriodInput } from "./board-figures.ts";
import type { Catalog, CatalogIndex } from "./catalog.ts";
import { CATEGORIES, type Category, type Ranked, type RankedColumns, rankColumns } from "./leaderboards.ts";
import {
  BOARD_SCORES,
  type BoardFigures,
  type BoardScore,
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

const SCORED_BY_PERIOD = SCORED_CATEGORIES.filter((category) => category !== "points");

/**
 * All seven boards of a period (spec §6). Points are those of all time.
 * @param settled gains by producer index, achievements of this refresh included, and the all-time boards
 */
export function rankPeriod(
  index: CatalogIndex,
  { gains, boards }: { gains: readonly Gains[]; boards: Pick<Boards, "points"> },
  input: PeriodInput,
  former: FormerOrders = {},
): Boards {
  const field = boardField(index, boardFigures(index, input));
  const scored = rankScored(index, field, gains, SCORED_BY_PERIOD, former);
  return withOverall(index, field, gains, { ...scored, points: boards.points }, former);
}

/** A producer on the boards, with everything of it that no unlock changes. */
export type Entrant = { index: number; figures: BoardFigures };

export function boardField(index: CatalogIndex, figures: readonly (BoardFigures | undefined)[]): Entrant[] {
  return index.catalog.producers.flatMap((_, producer) => {
    const own = figures[producer];
    return own ? [{ index: producer, figures: own }] : [];
  });
}

type ScoredBoards = Record<ScoredCategory, RankedBoard>;

/** Boards of the categories whose scores follow from figures. */
export function rankScored<C extends ScoredCategory>(
  index: CatalogIndex,
  field: readonly Entrant[],
  gains: readonly Gains[],
  categories: readonly C[],
  former: FormerOrders = {},
): Record<C, RankedBoard> {
  const figures: BoardFigures[] = [];
  for (const entrant of field) {
    const { xp, unlocked, unlockedTogether } = gains[entrant.index]!;
    // In place: a copy for each, of each period, is most of what there would be to clear away.
    entrant.figures.xp = xp;
    entrant.figures.achievements = unlocked.size;
    entrant.figures.collaboration.achievements = unlockedTogether;
    figures[entrant.index] = entrant.figures;
  }
  const boards = categories.map((category) => {
    const producers = inFormerOrder(field, former[category]);
    return [
      category,
      rankBoard(category, producers, index.ages, (producer) => BOARD_SCORES[category](figures[producer]!)),
    ];
  });
  return Object.fromEntries(boards) as Record<C, RankedBoard>;
}

/** Adds the overall board, which follows from the ranks of the other six. */
export function withOverall(
  index: CatalogIndex,
  field: readonly Entrant[],
  gains: readonly Gains[],
  scored: ScoredBoards,
  former: FormerOrders = {},
): Boards {
  const ranks: Partial<Record<ScoredCategory, number>>[] = [];
  for (const category of SCORED_CATEGORIES) {
    const { producer, rank } = scored[category];
    for (let position = 0; position < rank.length && rank[position]! < FIRST_RANK_WITHOUT_POINTS; position++) {
      const own = ranks[producer[position]!] ?? {};
      own[category] = rank[position]!;
      ranks[producer[position]!] = own;
    }
  }
  // Everybody else has a score of 0, which is not ranked.
  const producers = inFormerOrder(field, former.overall).filter((producer) => ranks[producer] !== undefined);
  const overall = rankBoard("overall", producers, index.ages, (producer) => {
    return { score: overallScore(ranks[producer]!), tiebreak: gains[producer]!.xp };
  });
  return { overall, ...scored };
}

/** @param producers their indexes, nearly in the order of their ranks where that is known @param ages see CatalogIndex */
function rankBoard(
  category: Category,
  producers: readonly number[],
  ages: Int32Array,
  scoreOf: (producer: number) => BoardScore,
): RankedBoard {
  const [score, tiebreak] = [new Float64Array(producers.length), new Float64Array(producers.length)];
  for (const [at, producer] of producers.entries()) {
    const own = scoreOf(producer);
    score[at] = own.score;
    tiebreak[at] = own.tiebreak;
  }
  const { contender, ...columns } = rankColumns(category, {
    score,
    tiebreak,
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
