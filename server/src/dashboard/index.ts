export { readCounts } from "./overview.ts";
export { mountDashboard, ownProducer } from "./routes.ts";
export { mountStream } from "./stream.ts";
