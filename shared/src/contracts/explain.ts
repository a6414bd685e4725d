import { z } from "zod";
import { FRESHNESS } from "../metrics/freshness.ts";
import { METRIC_UNITS } from "../metrics/metric-units.ts";

/** What a figure means, from the one list in metrics/definitions.ts. */
export const MetricExplanation = z.object({
  slug: z.string(),
  name: z.string(),
  unit: z.enum(METRIC_UNITS),
  definition: z.string(),
  formula: z.string(),
  inputs: z.array(z.string()),
  freshness: z.enum(FRESHNESS).meta({
    description: "refresh: every LEADERBOARD_REFRESH_MINUTES; synced: with the last word from Stripe or BeatPass",
  }),
});
export type MetricExplanation = z.infer<typeof MetricExplanation>;
export const MetricExplanations = z.object({ metrics: z.array(MetricExplanation) });
