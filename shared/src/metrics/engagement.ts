import type { CompletionBreakdown } from "./completion.ts";

export const ENGAGEMENT_BADGES = ["High", "Good", "Moderate", "Low"] as const;
export type EngagementBadge = (typeof ENGAGEMENT_BADGES)[number];

/**
 * Engagement badge (spec §5). Both come from one division each, sum / (plays × duration): a mean of rounded
 * shares could miss a band by a hair.
 * @param completionRate mean completion, 0–1
 * @param listenedShare mean listened time over the track's duration, uncapped, 1 = the whole track
 */
export function engagementBadge(completionRate: number, listenedShare: number): EngagementBadge {
  if (completionRate >= 0.8 && listenedShare >= 0.8) return "High";
  if (completionRate >= 0.6 && listenedShare >= 0.6) return "Good";
  return completionRate >= 0.4 || listenedShare >= 0.4 ? "Moderate" : "Low";
}

export const ENGAGEMENT_MESSAGES = ["complete", "engaged", "part", "drop-off", "low"] as const;
/** Which insight sentence fits (spec §5 "Insight sentences follow the numbers"); its words are in the message catalog. */
export type EngagementMessage = (typeof ENGAGEMENT_MESSAGES)[number];

/** @param completionRate 0–1 @param breakdown plays per completion band */
export function engagementMessage(completionRate: number, breakdown: CompletionBreakdown): EngagementMessage {
  if (completionRate >= 0.8) return "complete";
  if (completionRate >= 0.6) return "engaged";
  if (completionRate >= 0.4) return "part";
  const plays = Object.values(breakdown).reduce((sum, count) => sum + count, 0);
  return breakdown.skipped / plays > 0.4 ? "drop-off" : "low";
}
