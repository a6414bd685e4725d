import { plainText, type SlackAnswer, type SlackAnswerBlock, toSlackAnswer } from "./answer.ts";
import type { SlackPlainText } from "./message.ts";

const PLACEHOLDER_LENGTH = 150;

/** A menu that the bot fills while somebody looks or types in it. */
type SlackMenu = {
  type: "external_select";
  action_id: string;
  placeholder: SlackPlainText;
  min_query_length: 0;
};
/** A question that is answered by picking from a menu. */
export type SlackQuestion = Omit<SlackAnswer, "blocks"> & {
  blocks: (SlackAnswerBlock | { type: "actions"; elements: [SlackMenu] })[];
};

/** Which track is meant, to be picked. @param action names the menu */
export function toTrackQuestion(words: { question: string; placeholder: string; action: string }): SlackQuestion {
  const { blocks, ...message } = toSlackAnswer({ lines: [words.question] });
  const menu: SlackMenu = {
    type: "external_select",
    action_id: words.action,
    placeholder: plainText(words.placeholder.slice(0, PLACEHOLDER_LENGTH)),
    min_query_length: 0,
  };
  return { ...message, blocks: [...blocks, { type: "actions", elements: [menu] }] };
}
