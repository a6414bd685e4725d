export { communitiesPresent, communityLeft, communitySeen } from "./community-presence.ts";
export {
  identityScope,
  linkedProducer,
  memberProducer,
  producerCalled,
  producerIsDemo,
  producersLike,
  readCommunity,
} from "./find-producer.ts";
export { addMember, joinCommunity, joinOnce } from "./join-community.ts";
export { listCommunities } from "./list-communities.ts";
export { type Asker, membersOf, readLinked, readMembers } from "./read-members.ts";
export { type CommunityChange, type CommunityRef, communityId, saveCommunity } from "./save-community.ts";
export { sinceRefresh } from "./since-refresh.ts";
export { asHeardBy, type CommunityRow, isKnown, isMemberOf, wants } from "./wants.ts";
