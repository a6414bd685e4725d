export { readCounts } from "./overview.ts";
export { mountDashboard } from "./routes.ts";
export { mountStream } from "./stream.ts";
