export { leaveCommunities } from "./leave-communities.ts";
export { linkIdentity } from "./link-identity.ts";
export { listIdentities } from "./list-identities.ts";
export { makeLinkCode } from "./make-link-code.ts";
export { saveChoices } from "./save-choices.ts";
export { unlinkIdentity } from "./unlink-identity.ts";
