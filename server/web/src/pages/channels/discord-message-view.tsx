import type { DiscordAnswer, DiscordForm } from "@beatpass/messages/discord";
import type { ComponentChildren } from "preact";
import { Logo } from "../../layout/logo.tsx";
import { useLanguage } from "../../settings/language.tsx";
import { type Piece, readMarkdown, withTimes } from "./discord-markdown.ts";
import type { MessageFrame } from "./message-frame.ts";
import { MessageTime } from "./message-time.tsx";
import { OnlyYou } from "./only-you.tsx";

type AnyComponent = (DiscordAnswer | DiscordForm)["components"][number]["components"][number];
export type DiscordAction = Exclude<AnyComponent, { url: string }>;
type Props = MessageFrame & {
  message: Pick<DiscordAnswer, "content"> & { components: readonly { components: readonly AnyComponent[] }[] };
  /** Draws what the bot would answer to; the demo has nothing of it. */
  drawAction?: (action: DiscordAction) => ComponentChildren;
};

/** A message as Discord draws it. */
export function DiscordMessageView({ message, at, question, onDismiss, picture, drawAction }: Props) {
  return (
    <li class={onDismiss || question !== undefined ? "chat-message only-you" : "chat-message"}>
      <span class="chat-avatar round">
        <Logo size={40} />
      </span>
      <div class="chat-body">
        {question !== undefined && <p class="chat-question">{question}</p>}
        <p class="chat-author">
          <strong>BeatPass Companion</strong> <span class="app-tag">APP</span> <MessageTime at={at} />
        </p>
        {message.content.split("\n").map((line, index) => (
          <Line key={index} line={line} />
        ))}
        {picture !== undefined && <img class="chat-picture" src={picture} alt="" />}
        {message.components.map(({ components }, row) => (
          <div key={row} class="chat-buttons">
            {components.map((component, index) => (
              <Component key={index} component={component} drawAction={drawAction} />
            ))}
          </div>
        ))}
        {onDismiss && <OnlyYou onDismiss={onDismiss} />}
      </div>
    </li>
  );
}

function Component({ component, drawAction }: { component: AnyComponent; drawAction: Props["drawAction"] }) {
  if (!("url" in component)) return <>{drawAction?.(component)}</>;
  return (
    <a class="discord-button" href={component.url} target="_blank" rel="noopener noreferrer">
      {component.label}
    </a>
  );
}

const SMALL = "-# ";
const QUOTE = "> ";

function Line({ line: written }: { line: string }) {
  const { locale } = useLanguage();
  const line = withTimes(written, new Date(), locale);
  const drawn = (from: number) => draw(readMarkdown(line.slice(from)));
  if (line.startsWith(SMALL)) return <p class="discord-small">{drawn(SMALL.length)}</p>;
  if (line.startsWith(QUOTE)) return <p class="discord-quote">{drawn(QUOTE.length)}</p>;
  return <p>{drawn(0)}</p>;
}

const draw = (pieces: readonly Piece[]): ComponentChildren =>
  pieces.map((piece) => {
    if (typeof piece === "string") return piece;
    const Tag = piece.style;
    return <Tag>{draw(piece.pieces)}</Tag>;
  });
