import type { AnswerButton, AnswerLines } from "../answers/answer-lines.ts";
import { inDiscordTime } from "../wording/relative-time.ts";
import { escapeDiscord } from "./escape.ts";
import { type DiscordLinkButton, type DiscordMessage, toDiscordMessage } from "./message.ts";

const STYLES = { primary: 1, secondary: 2, danger: 4 } as const;
const LABEL_LENGTH = 80;
const URL_LENGTH = 512;
const CUSTOM_ID_LENGTH = 100;
const CONTENT_LENGTH = 2000;
const BUTTONS_A_ROW = 5;

type DiscordActionButton = { type: 2; style: 1 | 2 | 4; label: string; custom_id: string };
/** An answer: a message whose buttons may also do something. */
export type DiscordAnswer = Omit<DiscordMessage, "components"> & {
  components: { type: 1; components: (DiscordLinkButton | DiscordActionButton)[] }[];
};

/** An answer's lines as Discord gets them; the last lines go where all of them would be too long. */
export function toDiscordAnswer({ small, buttons = [], ...rest }: AnswerLines): DiscordAnswer {
  const { content, ...message } = toDiscordMessage(rest);
  const print = small === undefined ? "" : `\n-# ${inDiscordTime(escapeDiscord(small))}`;
  const shown = buttons.map(toButton).filter((button) => button !== undefined);
  return {
    ...message,
    content: fitLines(content, CONTENT_LENGTH - print.length) + print,
    components: shown.length > 0 ? [{ type: 1, components: shown.slice(0, BUTTONS_A_ROW) }] : [],
  };
}

function toButton(button: AnswerButton): DiscordLinkButton | DiscordActionButton | undefined {
  const label = button.label.slice(0, LABEL_LENGTH);
  if ("url" in button)
    return button.url.length <= URL_LENGTH ? { type: 2, style: 5, label, url: button.url } : undefined;
  const { action, value, style = "secondary" } = button;
  const custom_id = value === undefined ? action : `${action}:${value}`;
  return custom_id.length <= CUSTOM_ID_LENGTH ? { type: 2, style: STYLES[style], label, custom_id } : undefined;
}

/** Whole lines that fit; what is cut is marked. */
function fitLines(content: string, limit: number): string {
  if (content.length <= limit) return content;
  const kept: string[] = [];
  let length = 2;
  for (const line of content.split("\n")) {
    length += line.length + 1;
    if (length > limit) break;
    kept.push(line);
  }
  return [...kept, "…"].join("\n");
}
