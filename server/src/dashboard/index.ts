export { readCounts } from "./overview.ts";
export { ownTrackKeys } from "./producer-plays.ts";
