import type { AnswerButton, AnswerLines } from "../answers/answer-lines.ts";
import { inWords } from "../wording/relative-time.ts";
import { escapeSlack } from "./escape.ts";
import { LINK_ACTION, type SlackBlock, type SlackMessage, type SlackPlainText, toSlackMessage } from "./message.ts";

const LABEL_LENGTH = 75;
const URL_LENGTH = 3000;
const VALUE_LENGTH = 2000;

export type SlackButton = {
  type: "button";
  action_id: string;
  text: SlackPlainText;
  url?: string;
  value?: string;
  style?: "primary" | "danger";
};
export type SlackAnswerBlock = Exclude<SlackBlock, { type: "actions" }> | { type: "actions"; elements: SlackButton[] };
/** An answer: a message whose buttons may also do something. */
export type SlackAnswer = Omit<SlackMessage, "blocks"> & { blocks: SlackAnswerBlock[] };

/** An answer's lines as Slack gets them. */
export function toSlackAnswer({ small: print, buttons = [], ...rest }: AnswerLines): SlackAnswer {
  const small = print === undefined ? undefined : inWords(print);
  const { text, blocks, ...message } = toSlackMessage(rest);
  return {
    ...message,
    text: small === undefined ? text : `${text}\n${escapeSlack(small)}`,
    blocks: [
      ...(blocks as SlackAnswerBlock[]),
      ...(small === undefined ? [] : [{ type: "context" as const, elements: [plainText(small)] }]),
      ...actionsOf(buttons),
    ],
  };
}

/** A row of buttons; none where there is none that Slack takes. */
function actionsOf(buttons: readonly AnswerButton[]): SlackAnswerBlock[] {
  const elements = buttons.map((button, index) => toButton(button, index)).filter((button) => button !== undefined);
  return elements.length > 0 ? [{ type: "actions", elements }] : [];
}

/** Slack wants every action of a block to have a name of its own. */
function toButton(button: AnswerButton, index: number): SlackButton | undefined {
  const text = plainText(button.label.slice(0, LABEL_LENGTH));
  if ("url" in button) {
    if (button.url.length > URL_LENGTH) return undefined;
    return { type: "button", action_id: index === 0 ? LINK_ACTION : `${LINK_ACTION}-${index}`, text, url: button.url };
  }
  const { action, value, style } = button;
  if (value !== undefined && value.length > VALUE_LENGTH) return undefined;
  return { type: "button", action_id: action, text, ...(value !== undefined && { value }), ...(style && { style }) };
}

export const plainText = (text: string): SlackPlainText => ({ type: "plain_text", text, emoji: false });
