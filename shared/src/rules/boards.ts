import { achievementBySlug } from "./achievements/index.ts";
import { boardFigures, type PeriodInput, type TrackFigures } from "./board-figures.ts";
import type { CatalogIndex } from "./catalog.ts";
import { CATEGORIES, type Category, type Contender, type Ranked, rankField } from "./leaderboards.ts";
import { BOARD_SCORES, FIRST_RANK_WITHOUT_POINTS, overallScore, type ScoredCategory } from "./scores.ts";

/** What a producer has of its own, beside the figures of its tracks. */
export type Gains = { xp: number; unlocked: ReadonlySet<string> };

export type Boards = Record<Category, Ranked[]>;

export const SCORED_CATEGORIES = CATEGORIES.filter((category) => category !== "overall");

/** All seven boards of a period (spec §6). @param gains by producer index, achievements of this refresh included */
export function rankPeriod(index: CatalogIndex, gains: readonly Gains[], input: PeriodInput): Boards {
  const field = boardField(index, boardFigures(index, input));
  return withOverall(field, gains, rankScored(field, gains, SCORED_CATEGORIES));
}

/** A producer on the boards, with everything of it that no unlock changes. */
export type Entrant = { index: number; producerId: string; createdAt: number; figures: TrackFigures };

export function boardField(index: CatalogIndex, figures: readonly (TrackFigures | undefined)[]): Entrant[] {
  return index.catalog.producers.flatMap(({ id, createdAt }, producer) => {
    const own = figures[producer];
    return own ? [{ index: producer, producerId: id, createdAt, figures: own }] : [];
  });
}

type ScoredBoards = Record<ScoredCategory, Ranked[]>;

/** Boards of the categories whose scores follow from figures. */
export function rankScored<C extends ScoredCategory>(
  field: readonly Entrant[],
  gains: readonly Gains[],
  categories: readonly C[],
): Record<C, Ranked[]> {
  const figures = field.map((entrant) => withGains(entrant, gains[entrant.index]!));
  const board = (category: C) =>
    rankField(
      category,
      field.map(({ producerId, createdAt }, at): Contender => {
        const { score, tiebreak } = BOARD_SCORES[category](figures[at]!);
        return { producerId, createdAt, score, tiebreak };
      }),
    );
  return Object.fromEntries(categories.map((category) => [category, board(category)])) as Record<C, Ranked[]>;
}

/** Adds the overall board, which follows from the ranks of the other six. */
export function withOverall(field: readonly Entrant[], gains: readonly Gains[], scored: ScoredBoards): Boards {
  const ranks = new Map<string, Partial<Record<ScoredCategory, number>>>();
  for (const category of SCORED_CATEGORIES) {
    for (const { producerId, rank } of scored[category]) {
      if (rank >= FIRST_RANK_WITHOUT_POINTS) break;
      const own = ranks.get(producerId) ?? {};
      own[category] = rank;
      ranks.set(producerId, own);
    }
  }
  // Everybody else has a score of 0, which is not ranked.
  const contenders = field
    .filter(({ producerId }) => ranks.has(producerId))
    .map(({ index, producerId, createdAt }): Contender => {
      return { producerId, createdAt, score: overallScore(ranks.get(producerId)!), tiebreak: gains[index]!.xp };
    });
  return { overall: rankField("overall", contenders), ...scored };
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
