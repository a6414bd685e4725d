export { announce } from "./announce.ts";
export { leaseDeliveries } from "./lease-deliveries.ts";
export { recordOutcome } from "./record-outcome.ts";
