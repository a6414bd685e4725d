export { announceSpikes, passOverSpikes } from "./announce-spikes.ts";
export { playedSpan, readDays } from "./day-sums.ts";
export { mergeAllRuns } from "./fold-audience.ts";
export { FOLD_STEP, foldAll, foldEverything, foldRollups, forgetFolded, PARTS } from "./fold-rollups.ts";
export { readPseudonyms } from "./pseudonym.ts";
export { readInsights } from "./read-insights.ts";
