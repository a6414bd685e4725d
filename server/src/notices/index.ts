export { readNotices } from "./read-notices.ts";
export { mountNotices } from "./routes.ts";
export {
  findAgain,
  keepBack,
  NEWS_FOR_MS,
  noteTrouble,
  release,
  settleChannel,
  settleOfCommunity,
  settleTrouble,
  type Trouble,
  tryAgain,
} from "./trouble.ts";
