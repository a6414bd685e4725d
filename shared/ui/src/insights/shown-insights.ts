import type { Insights } from "@beatpass/shared/contracts";

const PLATFORMS_SHOWN = 4;

/** Whether there is anything to draw: plays in the period or, as far as known, in the one before. */
export const isDrawn = ({ total, previousSeries }: Insights["plays"]): boolean =>
  total > 0 || previousSeries.some(({ plays }) => plays !== null && plays > 0);

/**
 * The part of insights that is shown (spec §5): four platforms; no engagement and no audience of a period without
 * plays. What is exported is the same.
 */
export function shownInsights({ engagement, ...insights }: Insights): Insights {
  if (insights.plays.total === 0) return { ...insights, devices: [], platforms: [], locations: [], listeners: [] };
  return {
    ...insights,
    ...(engagement && { engagement }),
    platforms: insights.platforms.slice(0, PLATFORMS_SHOWN),
  };
}
