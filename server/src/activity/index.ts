export { appendFacts, type NewFact } from "./append-facts.ts";
export { applyDownload, applyFollow } from "./apply-social.ts";
export type { LedgerFact } from "./facts.ts";
export { type EventBatch, readBatch } from "./read-batch.ts";
export { DEMO_PERMISSION, type IngestPermission, RESERVED_SOURCES } from "./read-event.ts";
export { type RecordOptions, recordEvents } from "./record-events.ts";
export { takeFact } from "./record-fact.ts";
export { type PlayFact, recordPlays } from "./record-plays.ts";
export { sourceKeys } from "./source-keys.ts";
