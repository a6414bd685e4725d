export { readCounts } from "./overview.ts";
export { ownTrackKeys } from "./producer-plays.ts";
export { recordVisit } from "./record-visit.ts";
