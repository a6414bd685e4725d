export { describeApi } from "./describe-api.ts";
export { mountDocs } from "./routes.ts";
