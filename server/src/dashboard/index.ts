export { readCounts } from "./overview.ts";
export { ownTrackKeys } from "./producer-plays.ts";
export { mountDashboard } from "./routes.ts";
export { mountStream } from "./stream.ts";
