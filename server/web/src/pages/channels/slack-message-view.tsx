import type { SlackAnswer, SlackAnswerBlock, SlackButton, SlackText } from "@beatpass/messages/slack";
import type { ComponentChildren } from "preact";
import { Logo } from "../../layout/logo.tsx";
import type { MessageFrame } from "./message-frame.ts";
import { MessageTime } from "./message-time.tsx";
import { OnlyYou } from "./only-you.tsx";

/** Draws what the bot would answer to; the demo has nothing of it. */
type DrawAction = ((button: SlackButton) => ComponentChildren) | undefined;
type Props = MessageFrame & { message: SlackAnswer; drawAction?: DrawAction };

/** A message as Slack draws it. */
export function SlackMessageView({ message, at, question, onDismiss, picture, drawAction }: Props) {
  const words = message.blocks.filter(({ type }) => type !== "actions");
  const buttons = message.blocks.filter(({ type }) => type === "actions");
  return (
    <li class={onDismiss || question !== undefined ? "chat-message only-you" : "chat-message"}>
      <span class="chat-avatar">
        <Logo size={36} />
      </span>
      <div class="chat-body">
        {onDismiss && <OnlyYou onDismiss={onDismiss} />}
        <p class="chat-author">
          <strong>BeatPass Companion</strong> <span class="app-tag">APP</span> <MessageTime at={at} />
        </p>
        {question !== undefined && <p class="chat-question">{question}</p>}
        {words.map((block, index) => (
          <SlackBlockView key={index} block={block} />
        ))}
        {picture !== undefined && <img class="chat-picture" src={picture} alt="" />}
        {buttons.map((block, index) => (
          <SlackBlockView key={index} block={block} drawAction={drawAction} />
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

export function SlackBlockView({ block, drawAction }: { block: SlackAnswerBlock; drawAction?: DrawAction }) {
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
          {block.elements.map((button) => (
            <Button key={button.text.text} button={button} drawAction={drawAction} />
          ))}
        </div>
      );
  }
}

function Button({ button, drawAction }: { button: SlackButton; drawAction: DrawAction }) {
  if (button.url === undefined) return <>{drawAction?.(button)}</>;
  return (
    <a class="slack-button" href={button.url} target="_blank" rel="noopener noreferrer">
      {button.text.text}
    </a>
  );
}
