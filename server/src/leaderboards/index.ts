export { bestRank } from "./best-rank.ts";
export { type RefreshSummary, refreshIfDue, refreshLeaderboards } from "./refresh.ts";
export { mountLeaderboards } from "./routes.ts";
