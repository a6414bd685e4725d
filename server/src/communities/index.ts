export { type CommunityChange, type CommunityRef, communityId, saveCommunity } from "./save-community.ts";
export { wants } from "./wants.ts";
