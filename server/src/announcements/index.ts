export { type Audience, announce, type ProducerAnnouncement } from "./announce.ts";
export { foldHeld } from "./fold-held.ts";
export { type LeaseQuery, leaseDeliveries } from "./lease-deliveries.ts";
export { listOwn } from "./list-own.ts";
export { channelFor } from "./place-delivery.ts";
export { recordOutcome } from "./record-outcome.ts";
