/** What a figure is counted in. */
export const METRIC_UNITS = [
  "plays",
  "downloads",
  "ms",
  /** 0.12 is 12 %. */
  "ratio",
  /** 12 is 12 %, as boards score it. */
  "percent",
  "score",
  "xp",
  "level",
  "rank",
  "count",
  /** An integer in the currency's minor unit; the currency stands beside it. */
  "money",
  "days",
  "date",
] as const;
export type MetricUnit = (typeof METRIC_UNITS)[number];
