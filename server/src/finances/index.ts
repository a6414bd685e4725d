export { eraseOwner } from "./erased-owners.ts";
export { forgetStripeAccount } from "./forget-account.ts";
export { recordStripeEvent } from "./record-event.ts";
export { saveStripeAccount } from "./save-account.ts";
