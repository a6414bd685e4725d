export { answerCommand } from "./answer-command.ts";
