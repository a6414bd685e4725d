import type { InvitationLink } from "@beatpass/shared/contracts";
import { useState } from "preact/hooks";
import { useLanguage } from "../../settings/language.tsx";

/** A one-time link, to be handed to the person it is for. It is not shown again. */
export function HandOver({ email, invitation }: { email: string; invitation: InvitationLink }) {
  const { locale, t } = useLanguage();
  const [copied, setCopied] = useState<"done" | "failed">();
  const until = new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(new Date(invitation.expiresAt));
  const copy = () =>
    navigator.clipboard.writeText(invitation.link).then(
      () => setCopied("done"),
      () => setCopied("failed"),
    );
  return (
    <div class="hand-over" role="status">
      <p>{t("people.hand_over", { email, until })}</p>
      <div class="hand-over-link">
        <input
          class="field"
          readOnly
          value={invitation.link}
          aria-label={t("people.link")}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <button type="button" class="button" onClick={() => void copy()}>
          {t(copied === "done" ? "copy.done" : "people.copy")}
        </button>
      </div>
      {copied === "failed" && <p class="bad">{t("copy.failed")}</p>}
    </div>
  );
}
