export { remakeDigest } from "./remake-digest.ts";
export { writeCommunityDigests } from "./write-community-digests.ts";
export { writeOwnDigests } from "./write-own-digests.ts";
