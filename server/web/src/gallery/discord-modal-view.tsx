import type { DiscordModal } from "@beatpass/messages/discord";
import type { Locale } from "@beatpass/shared/contracts";
import { Logo } from "../layout/logo.tsx";

/** The words that Discord itself puts under every form. */
const BUTTONS: Record<Locale, [cancel: string, submit: string]> = {
  en: ["Cancel", "Submit"],
  fr: ["Annuler", "Envoyer"],
};

type Props = { modal: DiscordModal; value: string; locale: Locale };

/** A form as Discord draws it, filled in. */
export function DiscordModalView({ modal, value, locale }: Props) {
  const [cancel, submit] = BUTTONS[locale];
  return (
    <li class="gallery-modal discord-modal">
      <p class="gallery-modal-title">
        <Logo size={24} /> <strong>{modal.title}</strong>
      </p>
      {modal.components.map(({ label, description, component }) => (
        <div key={component.custom_id} class="gallery-field">
          <strong>
            {label} <span class="gallery-required">*</span>
          </strong>
          <small>{description}</small>
          <span class="gallery-input">{value}</span>
        </div>
      ))}
      <p class="chat-buttons gallery-modal-end">
        <span class="discord-button">{cancel}</span>
        <span class="discord-button primary">{submit}</span>
      </p>
    </li>
  );
}
