import { useLanguage } from "../../settings/language.tsx";

/** Under an answer that nobody else in the channel sees. */
export function OnlyYou({ onDismiss }: { onDismiss: () => void }) {
  const { t } = useLanguage();
  return (
    <p class="only-you-note">
      {t("channels.only_you")} ·{" "}
      <button type="button" class="text-button" onClick={onDismiss}>
        {t("channels.dismiss")}
      </button>
    </p>
  );
}
