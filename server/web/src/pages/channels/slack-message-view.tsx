import type { SlackAnswer, SlackAnswerBlock, SlackText } from "@beatpass/messages/slack";
import { Logo } from "../../layout/logo.tsx";
import type { MessageFrame } from "./message-frame.ts";
import { MessageTime } from "./message-time.tsx";
import { OnlyYou } from "./only-you.tsx";

/** A message as Slack draws it. */
export function SlackMessageView({ message, at, question, onDismiss }: MessageFrame & { message: SlackAnswer }) {
  return (
    <li class={question === undefined ? "chat-message" : "chat-message only-you"}>
      <span class="chat-avatar">
        <Logo size={36} />
      </span>
      <div class="chat-body">
        {onDismiss && <OnlyYou onDismiss={onDismiss} />}
        <p class="chat-author">
          <strong>BeatPass Companion</strong> <span class="app-tag">APP</span> <MessageTime at={at} />
        </p>
        {question !== undefined && <p class="chat-question">{question}</p>}
        {message.blocks.map((block, index) => (
          <Block key={index} block={block} />
        ))}
      </div>
    </li>
  );
}

function textOf(element: SlackText) {
  if (element.type === "channel") return `#${element.channel_id}`;
  if (element.type === "user") return `@${element.user_id}`;
  return element.style?.bold ? <strong>{element.text}</strong> : element.text;
}

function Block({ block }: { block: SlackAnswerBlock }) {
  switch (block.type) {
    case "context":
      return <p class="slack-context">{block.elements.map(({ text }) => text).join(" ")}</p>;
    case "rich_text":
      return (
        <>
          {block.elements.map(({ elements }, index) => (
            <p key={index} class="slack-text">
              {elements.map(textOf)}
            </p>
          ))}
        </>
      );
    // A picture of Slack's own store, which nobody but Slack shows.
    case "image":
      return null;
    case "actions":
      return (
        <div class="chat-buttons">
          {block.elements.map(({ text, url }) =>
            // What the bot does when it is pressed is not part of the demo.
            url === undefined ? null : (
              <a key={url} class="slack-button" href={url} target="_blank" rel="noopener noreferrer">
                {text.text}
              </a>
            ),
          )}
        </div>
      );
  }
}
