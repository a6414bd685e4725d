export { recordStripeEvent } from "./record-event.ts";
export { saveStripeAccount } from "./save-account.ts";
