export { readNotices } from "./read-notices.ts";
export { greetOwner } from "./tell-administrator.ts";
export {
  keepBack,
  moveKeptBack,
  NEWS_FOR_MS,
  noteTrouble,
  settleChannel,
  settleOfCommunity,
  settleTrouble,
} from "./trouble.ts";
export { findAgain, tryAgain } from "./try-again.ts";
