export { answerErrand } from "./answer-errand.ts";
export { askBot } from "./ask-bot.ts";
export { leaseErrands } from "./lease-errands.ts";
export { addErrand, sendErrand } from "./send-errand.ts";
