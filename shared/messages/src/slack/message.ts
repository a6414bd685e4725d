import { CHANNEL } from "../wording/channel-mention.ts";
import { inWords } from "../wording/relative-time.ts";
import { escapeSlack } from "./escape.ts";

const LABEL_LENGTH = 75;
const URL_LENGTH = 3000;

/** Names the link button; Slack reports presses of link buttons too, which are acknowledged and otherwise ignored. */
export const LINK_ACTION = "open-link";

export type SlackPlainText = { type: "plain_text"; text: string; emoji: false };
export type SlackText =
  | { type: "text"; text: string; style?: { bold: true } }
  | { type: "channel"; channel_id: string }
  | { type: "user"; user_id: string };
export type SlackBlock =
  | { type: "context"; elements: SlackPlainText[] }
  | { type: "image"; slack_file: { id: string }; alt_text: string }
  | { type: "rich_text"; elements: { type: "rich_text_section"; elements: SlackText[] }[] }
  | {
      type: "actions";
      elements: { type: "button"; action_id: typeof LINK_ACTION; text: SlackPlainText; url: string }[];
    };

/** The body of `chat.postMessage`, as far as it is known before the delivery. */
export type SlackMessage = {
  /** For notifications and screen readers; escaped, and not read as mrkdwn. */
  text: string;
  blocks: SlackBlock[];
  mrkdwn: false;
  unfurl_links: false;
  unfurl_media: false;
};

/**
 * Plain lines as a Slack message. Rich text carries them as they are: nothing in it is read as formatting,
 * mention or link, which mrkdwn, having no escape for `*`, `_`, `~` and backticks, cannot promise.
 */
export function toSlackMessage(words: {
  demo?: string;
  title?: string;
  lines: readonly string[];
  button?: { label: string; url: string };
  mention?: string | undefined;
}): SlackMessage {
  const { demo, title, button, mention } = words;
  const body = inWords(words.lines.filter((line) => line !== "").join("\n"));
  const texts: SlackText[] = [];
  if (title !== undefined) texts.push({ type: "text", text: title, style: { bold: true } });
  if (body !== "") texts.push(...withChannels(title === undefined ? body : `\n${body}`));
  if (mention !== undefined) texts.push({ type: "text", text: "\n" }, { type: "user", user_id: mention });
  const blocks: SlackBlock[] = [{ type: "rich_text", elements: [{ type: "rich_text_section", elements: texts }] }];
  if (demo !== undefined) blocks.unshift({ type: "context", elements: [plainText(demo)] });
  if (button !== undefined && button.url.length <= URL_LENGTH) {
    const { label, url } = button;
    const text = plainText(label.slice(0, LABEL_LENGTH));
    blocks.push({ type: "actions", elements: [{ type: "button", action_id: LINK_ACTION, text, url }] });
  }
  const text = [demo, title, body].filter((line) => line !== undefined && line !== "").join("\n");
  return {
    text: escapeSlack(text).replaceAll(CHANNEL, "<#$1>"),
    blocks,
    mrkdwn: false,
    unfurl_links: false,
    unfurl_media: false,
  };
}

/** A text whose channels are elements of their own. */
function withChannels(text: string): SlackText[] {
  return text.split(CHANNEL).flatMap((part, index): SlackText[] => {
    if (index % 2 === 1) return [{ type: "channel", channel_id: part }];
    return part === "" ? [] : [{ type: "text", text: part }];
  });
}

const plainText = (text: string): SlackPlainText => ({ type: "plain_text", text, emoji: false });
