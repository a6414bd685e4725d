export { readCounts } from "./overview.ts";
export { mountDashboard, ownProducer } from "./routes.ts";
