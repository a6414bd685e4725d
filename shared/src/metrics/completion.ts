/** Completion and its breakdown (spec §5). */
export const COMPLETION_BANDS = ["completed", "mostly", "half", "partial", "skipped"] as const;
export type CompletionBand = (typeof COMPLETION_BANDS)[number];

/** Lower bounds of the bands, in percent of the track's duration; a play of exactly the bound is in the band. */
export const COMPLETION_BAND_FLOORS: Record<CompletionBand, number> = {
  completed: 80,
  mostly: 60,
  half: 40,
  partial: 20,
  skipped: 0,
};

export type CompletionBreakdown = Record<CompletionBand, number>;

/** min(listened / duration, 1); undefined where there is no engagement to speak of (no duration, or no listened time). */
export function completion(
  listenedMs: number | null | undefined,
  durationMs: number | null | undefined,
): number | undefined {
  if (listenedMs == null || !durationMs || durationMs <= 0) return undefined;
  return Math.min(listenedMs / durationMs, 1);
}

/** The band of one play. Compared in whole numbers, so that exactly 80 % is completed whatever the duration. */
export function completionBand(listenedMs: number, durationMs: number): CompletionBand {
  const hundredfold = Math.min(listenedMs, durationMs) * 100;
  return COMPLETION_BANDS.find((band) => hundredfold >= COMPLETION_BAND_FLOORS[band] * durationMs) ?? "skipped";
}

export const COMPLETION_LEVELS = ["Excellent", "Good", "Fair", "Poor"] as const;
export type CompletionLevel = (typeof COMPLETION_LEVELS)[number];

/** @param rate mean completion, 0–1, from one division: capped listened time / (plays × duration) */
export function completionLevel(rate: number): CompletionLevel {
  if (rate >= 0.8) return "Excellent";
  if (rate >= 0.6) return "Good";
  return rate >= 0.4 ? "Fair" : "Poor";
}
