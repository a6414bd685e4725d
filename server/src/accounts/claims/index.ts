export { askForArtist, withdrawClaim } from "./ask-for-artist.ts";
export { decideClaim } from "./decide-claim.ts";
export { listAskedClaims, listClaims } from "./list-claims.ts";
