import type { DiscordAnswer } from "@beatpass/messages/discord";
import type { ComponentChildren } from "preact";
import { Logo } from "../../layout/logo.tsx";
import { type Piece, readMarkdown } from "./discord-markdown.ts";
import type { MessageFrame } from "./message-frame.ts";
import { MessageTime } from "./message-time.tsx";
import { OnlyYou } from "./only-you.tsx";

/** A message as Discord draws it. */
export function DiscordMessageView({ message, at, question, onDismiss }: MessageFrame & { message: DiscordAnswer }) {
  return (
    <li class={question === undefined ? "chat-message" : "chat-message only-you"}>
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
        {message.components.map(({ components }, row) => (
          <div key={row} class="chat-buttons">
            {components.map((button) =>
              // What the bot does when it is pressed is not part of the demo.
              "url" in button ? (
                <a key={button.url} class="discord-button" href={button.url} target="_blank" rel="noopener noreferrer">
                  {button.label}
                </a>
              ) : null,
            )}
          </div>
        ))}
        {onDismiss && <OnlyYou onDismiss={onDismiss} />}
      </div>
    </li>
  );
}

const SMALL = "-# ";

const Line = ({ line }: { line: string }) =>
  line.startsWith(SMALL) ? (
    <p class="discord-small">{draw(readMarkdown(line.slice(SMALL.length)))}</p>
  ) : (
    <p>{draw(readMarkdown(line))}</p>
  );

const draw = (pieces: readonly Piece[]): ComponentChildren =>
  pieces.map((piece) => {
    if (typeof piece === "string") return piece;
    const Tag = piece.style;
    return <Tag>{draw(piece.pieces)}</Tag>;
  });
