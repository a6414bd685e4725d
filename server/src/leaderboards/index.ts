export { bestRank } from "./best-rank.ts";
export { type RefreshSummary, refreshLeaderboards } from "./refresh.ts";
export { mountLeaderboards } from "./routes.ts";
