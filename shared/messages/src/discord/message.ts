import { CHANNEL } from "../wording/channel-mention.ts";
import { inDiscordTime } from "../wording/relative-time.ts";
import { escapeDiscord } from "./escape.ts";

const ACTION_ROW = 1;
const BUTTON = 2;
const LINK_STYLE = 5;
/** Names may hold addresses; none of them is unfurled. */
const SUPPRESS_EMBEDS = 1 << 2;
const LABEL_LENGTH = 80;
const URL_LENGTH = 512;

export type DiscordLinkButton = { type: typeof BUTTON; style: typeof LINK_STYLE; label: string; url: string };

/** The body of `POST /channels/{id}/messages`, as far as it is known before the delivery. */
export type DiscordMessage = {
  content: string;
  flags: number;
  /** Never more than the one person whom the message names. */
  allowed_mentions: { parse: []; users?: [string] };
  components: { type: typeof ACTION_ROW; components: DiscordLinkButton[] }[];
};

/** Plain lines as a Discord message: small print, a bold title, the rest, whom it mentions, one link button. */
export function toDiscordMessage(text: {
  demo?: string;
  title?: string;
  lines: readonly string[];
  button?: { label: string; url: string };
  mention?: string | undefined;
}): DiscordMessage {
  const { demo, title, lines, button, mention } = text;
  const content = [
    ...(demo === undefined ? [] : [`-# ${escapeDiscord(demo)}`]),
    ...(title === undefined ? [] : [`**${escapeDiscord(title)}**`]),
    ...lines.filter((line) => line !== "").map(written),
    ...(mention === undefined ? [] : [`-# <@${mention}>`]),
  ].join("\n");
  const fits = button !== undefined && button.url.length <= URL_LENGTH;
  return {
    content,
    flags: SUPPRESS_EMBEDS,
    allowed_mentions: { parse: [], ...(mention !== undefined && { users: [mention] }) },
    components: fits ? [{ type: ACTION_ROW, components: [linkButton(button)] }] : [],
  };
}

const written = (line: string): string => inDiscordTime(escapeDiscord(line)).replaceAll(CHANNEL, "<#$1>");

const linkButton = ({ label, url }: { label: string; url: string }): DiscordLinkButton => ({
  type: BUTTON,
  style: LINK_STYLE,
  label: label.slice(0, LABEL_LENGTH),
  url,
});
