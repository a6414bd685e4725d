export { readNotices } from "./read-notices.ts";
export { mountNotices } from "./routes.ts";
export { keepBack, noteTrouble, settleOfCommunity, settleTrouble, type Trouble } from "./trouble.ts";
