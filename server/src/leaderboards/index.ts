export { bestRank } from "./best-rank.ts";
export { noteImported, noteImporting } from "./importing.ts";
export { readMemberHistory } from "./member-history.ts";
export { noteRebuilt } from "./quiet.ts";
export { rankMoves } from "./rank-moves.ts";
export { type BoardQuery, readBoard } from "./read-board.ts";
export { readRankChange } from "./read-rank-change.ts";
export { type RefreshSummary, refreshIfDue, refreshLeaderboards } from "./refresh.ts";
export { lastRefresh } from "./work-out.ts";
