export { readNotices } from "./read-notices.ts";
export { mountNotices } from "./routes.ts";
export { keepBack, noteTrouble, settleLeft, settleTrouble, type Trouble } from "./trouble.ts";
