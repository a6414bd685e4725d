export { type DaySums, readDays } from "./day-sums.ts";
export { foldAll, foldRollups } from "./fold-rollups.ts";
export { mountInsights } from "./routes.ts";
