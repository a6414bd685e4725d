export { addApiKey, createApiKey } from "./api-keys.ts";
export type { Auth } from "./auth.ts";
export { HIDDEN_PRODUCERS, isHidden, shownProducers } from "./hidden.ts";
export { type AccountContext, invite, passwordLink } from "./invite.ts";
export { readPrincipal } from "./read-principal.ts";
export { mayAllBeNamed, readPrivacy } from "./read-privacy.ts";
export { readTimeZones } from "./read-time-zones.ts";
export { saveAccount } from "./save-account.ts";
export { savePrivacy } from "./save-privacy.ts";
