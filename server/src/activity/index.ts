export type { IngestPermission } from "./read-event.ts";
export { type EventBatch, recordEvents } from "./record-events.ts";
