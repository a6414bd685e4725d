import type { SlackView } from "@beatpass/messages/slack";
import { SlackBlockView } from "../pages/channels/slack-message-view.tsx";
import { drawSlackAction } from "./actions.tsx";

type ViewBlock = SlackView["blocks"][number];

/** A form as Slack draws it, with what is typed. */
export function SlackModalView({ view, value = "" }: { view: SlackView; value?: string }) {
  return (
    <li class="gallery-modal slack-modal">
      <p class="gallery-modal-title">
        <strong>{view.title.text}</strong> <span aria-hidden="true">×</span>
      </p>
      {view.blocks.map((block, index) => (
        <ModalBlock key={index} block={block} value={value} />
      ))}
      <p class="chat-buttons gallery-modal-end">
        <span class="slack-button">{view.close.text}</span>
        {view.submit && <span class="slack-button primary">{view.submit.text}</span>}
      </p>
    </li>
  );
}

function ModalBlock({ block, value }: { block: ViewBlock; value: string }) {
  if (block.type === "divider") return <hr class="gallery-divider" />;
  if (block.type !== "input") return <SlackBlockView block={block} drawAction={drawSlackAction} />;
  const { element, hint, label } = block;
  const ticked = element.type === "checkboxes" ? (element.initial_options ?? []).map((one) => one.value) : [];
  return (
    <div class="gallery-field">
      <strong>{label.text}</strong>
      {element.type === "plain_text_input" && <span class="gallery-input">{value}</span>}
      {element.type === "checkboxes" &&
        element.options.map((option) => (
          <span key={option.value} class="gallery-tick">
            <input type="checkbox" checked={ticked.includes(option.value)} readOnly /> {option.text.text}
          </span>
        ))}
      {hint && <small>{hint.text}</small>}
    </div>
  );
}
