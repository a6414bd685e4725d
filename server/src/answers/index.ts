export { answerCommand } from "./answer-command.ts";
export type { AnswerContext } from "./asked.ts";
