export { createApiKey, KEY_SCOPES } from "./api-keys.ts";
export { type Auth, createAuth } from "./auth.ts";
export { type AccountContext, invite, passwordLink } from "./invite.ts";
export { readPrincipal } from "./read-principal.ts";
export { readPrivacy } from "./read-privacy.ts";
export { mountAccounts } from "./routes.ts";
export { saveAccount } from "./save-account.ts";
export { savePrivacy } from "./save-privacy.ts";
