export { scheduleDigests } from "./schedule-digests.ts";
export { writeCommunityDigests } from "./write-community-digests.ts";
export { writeOwnDigests } from "./write-own-digests.ts";
