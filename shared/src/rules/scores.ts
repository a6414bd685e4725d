import { METADATA_FIELDS } from "../metrics/metadata.ts";
import type { Category } from "./leaderboards.ts";
import { roundRatio } from "./rounding.ts";

/** What the collaborative tracks published in the period come to. */
export type CollaborationFigures = {
  tracks: number;
  /** Unique other artists on them. */
  collaborators: number;
  /** Their plays in the period. */
  plays: number;
  /** The producer's share of their contribution with these plays. */
  contribution: number;
  /** Unlocked achievements of the collaboration category, ever. */
  achievements: number;
};

/** A producer's figures of one period, over its own public tracks, each counted once (spec §6 "Periods"). */
export type BoardFigures = {
  /** All-time whatever the period, as are the achievements. */
  xp: number;
  achievements: number;
  /** Counted plays in the period. */
  plays: number;
  /** Tracks published in the period. */
  uploads: number;
  /** Tracks published before the period's end, and how many of their six metadata fields are filled in all. */
  averaged: number;
  filledFields: number;
  collaboration: CollaborationFigures;
  /** The producer's share of what the platform's tracks published before the period's end contribute. */
  contribution: number;
  platformContribution: number;
};

/** What a board is ranked by, both the higher the better; the tiebreak counts where scores are equal. */
export type BoardScore = { score: number; tiebreak: number };
export type ScoredCategory = Exclude<Category, "overall">;

/** The XP board, the same in every period: all XP, then the number of unlocked achievements (spec §6). */
export const pointsScore = ({ xp, achievements }: Pick<BoardFigures, "xp" | "achievements">): BoardScore => ({
  score: xp,
  tiebreak: achievements,
});

/** Scores and tiebreaks of every category but overall, which follows from ranks (spec §6). */
export const BOARD_SCORES: Record<ScoredCategory, (figures: BoardFigures) => BoardScore> = {
  points: pointsScore,
  plays: ({ plays, uploads }) => ({ score: plays, tiebreak: uploads }),
  uploads: ({ uploads, plays }) => ({ score: uploads, tiebreak: plays }),
  quality: ({ averaged, filledFields }) => ({ score: meanCompleteness(filledFields, averaged), tiebreak: averaged }),
  collaboration: ({ collaboration }) => ({
    score: collaborationScore(collaboration),
    tiebreak: collaboration.tracks,
  }),
  earnings: ({ contribution, platformContribution }) => ({
    score: contribution === 0 ? 0 : (100 * contribution) / platformContribution,
    tiebreak: contribution,
  }),
};

/** Mean share of filled metadata fields, in percent, half up to nine decimals; 0 without tracks. */
export const meanCompleteness = (filledFields: number, tracks: number): number =>
  tracks === 0 ? 0 : roundRatio(100 * filledFields, METADATA_FIELDS.length * tracks);

/** Whole hundredths first: 0.01 per play would gather noise. Without a collaborative track one is not ranked. */
export function collaborationScore(figures: CollaborationFigures): number {
  if (figures.tracks === 0) return 0;
  const hundredths = 1000 * figures.collaborators + figures.plays + 500 * figures.achievements;
  return hundredths / 100 + 2 * figures.contribution;
}

/** What each category weighs in the overall score, in percent (spec §6). */
export const OVERALL_WEIGHTS: Record<ScoredCategory, number> = {
  points: 25,
  plays: 20,
  uploads: 15,
  quality: 15,
  collaboration: 15,
  earnings: 10,
};

/** Ranks from here on add nothing to the overall score. */
export const FIRST_RANK_WITHOUT_POINTS = 100;

/** Σ weight × max(0, 100 − rank) over the categories one is ranked in; whole numbers until the last step. */
export function overallScore(ranks: Partial<Record<ScoredCategory, number>>): number {
  let hundredths = 0;
  for (const [category, weight] of Object.entries(OVERALL_WEIGHTS) as [ScoredCategory, number][]) {
    const rank = ranks[category];
    if (rank !== undefined) hundredths += weight * Math.max(0, FIRST_RANK_WITHOUT_POINTS - rank);
  }
  return hundredths / 100;
}
