import { COMPLETION_BANDS, type CompletionBreakdown } from "./completion.ts";

/** What a play counts for by how far it got. */
export const QUALITY_WEIGHTS: CompletionBreakdown = { completed: 100, mostly: 70, half: 50, partial: 30, skipped: 10 };

/** Weighted retention, 0–100 (spec §5); undefined without a play with engagement. */
export function qualityScore(breakdown: CompletionBreakdown): number | undefined {
  let plays = 0;
  let points = 0;
  for (const band of COMPLETION_BANDS) {
    plays += breakdown[band];
    points += breakdown[band] * QUALITY_WEIGHTS[band];
  }
  return plays === 0 ? undefined : points / plays;
}

export const QUALITY_RATINGS = ["Excellent", "Good", "Fair", "Needs work", "Poor"] as const;
export type QualityRating = (typeof QUALITY_RATINGS)[number];

/** @param score 0–100; bands are half-open: "60–69" is [60, 70) (spec §12.3) */
export function qualityRating(score: number): QualityRating {
  if (score >= 70) return "Excellent";
  if (score >= 60) return "Good";
  if (score >= 40) return "Fair";
  return score >= 20 ? "Needs work" : "Poor";
}
