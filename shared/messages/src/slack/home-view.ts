import type { AnswerLines } from "../answers/answer-lines.ts";
import { type SlackAnswerBlock, toSlackAnswer } from "./answer.ts";

type SlackHome = { type: "home"; blocks: SlackAnswerBlock[] };

/** The app's home as Slack draws it. */
export const homeView = (lines: AnswerLines): SlackHome => ({ type: "home", blocks: toSlackAnswer(lines).blocks });
