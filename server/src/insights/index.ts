export { type DaySums, readDays } from "./day-sums.ts";
export { foldAll, foldRollups } from "./fold-rollups.ts";
export { pseudonym } from "./pseudonym.ts";
export { mountInsights } from "./routes.ts";
