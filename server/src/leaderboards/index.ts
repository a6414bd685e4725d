export { bestRank } from "./best-rank.ts";
export { noteImported, noteImporting } from "./importing.ts";
export { type RefreshSummary, refreshIfDue, refreshLeaderboards } from "./refresh.ts";
export { mountLeaderboards } from "./routes.ts";
