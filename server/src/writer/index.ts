export { createWriteContext } from "./create-context.ts";
export { createDirectWriter } from "./direct-writer.ts";
export type { Writer } from "./verbs.ts";
export { createWorkerWriter } from "./worker-writer.ts";
