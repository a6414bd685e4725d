import type { DiscordSelect } from "@beatpass/messages/discord";
import type { SlackButton } from "@beatpass/messages/slack";
import type { DiscordAction } from "../pages/channels/discord-message-view.tsx";

const STYLES = { 1: "primary", 2: "", 4: "danger" } as const;

export const drawDiscordAction = (action: DiscordAction) =>
  action.type === 3 ? (
    <Select select={action} />
  ) : (
    <span class={`discord-button ${STYLES[action.style]}`}>{action.label}</span>
  );

/** Open, as somebody sees it who picks. */
function Select({ select: { options } }: { select: DiscordSelect }) {
  const picked = options.filter((option) => option.default).map(({ label }) => label);
  return (
    <div class="discord-select">
      <p>{picked.join(", ")}</p>
      {options.map(({ value, label, default: isPicked }) => (
        <span key={value} class="discord-option">
          {label} <span class={isPicked ? "discord-tick on" : "discord-tick"} />
        </span>
      ))}
    </div>
  );
}

export const drawSlackAction = ({ text, style }: SlackButton) => (
  <span class={`slack-button ${style ?? ""}`}>{text.text}</span>
);
