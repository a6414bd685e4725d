import { achievementBySlug } from "./achievements/index.ts";
import { boardFigures, type PeriodInput, type TrackFigures } from "./board-figures.ts";
import type { CatalogIndex } from "./catalog.ts";
import { CATEGORIES, type Category, type Contender, type Ranked, rankInPlace, unranked } from "./leaderboards.ts";
import { BOARD_SCORES, FIRST_RANK_WITHOUT_POINTS, overallScore, type ScoredCategory } from "./scores.ts";

/** What a producer has of its own, beside the figures of its tracks. */
export type Gains = { xp: number; unlocked: ReadonlySet<string> };

/** On a board of everybody, with the index of its producer. */
type Listed = Contender & { index: number };
export type RankedProducer = Ranked<Listed>;

export type Boards = Record<Category, RankedProducer[]>;

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
  const scored = rankScored(field, gains, SCORED_BY_PERIOD, former);
  return withOverall(field, gains, { ...scored, points: boards.points }, former);
}

/** A producer on the boards, with everything of it that no unlock changes. */
export type Entrant = { index: number; producerId: string; createdAt: number; figures: TrackFigures };

export function boardField(index: CatalogIndex, figures: readonly (TrackFigures | undefined)[]): Entrant[] {
  return index.catalog.producers.flatMap(({ id, createdAt }, producer) => {
    const own = figures[producer];
    return own ? [{ index: producer, producerId: id, createdAt, figures: own }] : [];
  });
}

type ScoredBoards = Record<ScoredCategory, RankedProducer[]>;

/** Boards of the categories whose scores follow from figures. */
export function rankScored<C extends ScoredCategory>(
  field: readonly Entrant[],
  gains: readonly Gains[],
  categories: readonly C[],
  former: FormerOrders = {},
): Record<C, RankedProducer[]> {
  const figures: ReturnType<typeof withGains>[] = [];
  for (const entrant of field) figures[entrant.index] = withGains(entrant, gains[entrant.index]!);
  const board = (category: C) =>
    rankInPlace(
      category,
      inFormerOrder(field, former[category]).map(({ index, producerId, createdAt }): RankedProducer => {
        const { score, tiebreak } = BOARD_SCORES[category](figures[index]!);
        return unranked({ index, producerId, createdAt, score, tiebreak });
      }),
    );
  return Object.fromEntries(categories.map((category) => [category, board(category)])) as Record<C, RankedProducer[]>;
}

/** Newcomers last. */
function inFormerOrder(field: readonly Entrant[], former: readonly number[] | undefined): readonly Entrant[] {
  if (!former) return field;
  const left: (Entrant | undefined)[] = [];
  for (const entrant of field) left[entrant.index] = entrant;
  const ordered: Entrant[] = [];
  for (const index of former) {
    const entrant = left[index];
    if (!entrant) continue;
    ordered.push(entrant);
    left[index] = undefined;
  }
  for (const entrant of field) if (left[entrant.index]) ordered.push(entrant);
  return ordered;
}

/** Adds the overall board, which follows from the ranks of the other six. */
export function withOverall(
  field: readonly Entrant[],
  gains: readonly Gains[],
  scored: ScoredBoards,
  former: FormerOrders = {},
): Boards {
  const ranks: Partial<Record<ScoredCategory, number>>[] = [];
  for (const category of SCORED_CATEGORIES) {
    for (const { index, rank } of scored[category]) {
      if (rank >= FIRST_RANK_WITHOUT_POINTS) break;
      ranks[index] ??= {};
      ranks[index][category] = rank;
    }
  }
  // Everybody else has a score of 0, which is not ranked.
  const contenders = inFormerOrder(field, former.overall)
    .filter(({ index }) => ranks[index] !== undefined)
    .map(({ index, producerId, createdAt }) => {
      return unranked({ index, producerId, createdAt, score: overallScore(ranks[index]!), tiebreak: gains[index]!.xp });
    });
  return { overall: rankInPlace("overall", contenders), ...scored };
}

function withGains({ figures }: Entrant, { xp, unlocked }: Gains) {
  let achievements = 0;
  for (const slug of unlocked) if (achievementBySlug(slug)?.category === "collaboration") achievements++;
  return {
    ...figures,
    xp,
    achievements: unlocked.size,
    collaboration: { ...figures.collaboration, achievements },
  };
}
