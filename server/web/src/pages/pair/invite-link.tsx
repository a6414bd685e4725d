import { PAGES } from "@beatpass/shared/links";
import { useState } from "preact/hooks";
import { useLanguage } from "../../settings/language.tsx";

/** The link that tells the extension where this server is; it carries an address and nothing else. */
export function InviteLink() {
  const { t } = useLanguage();
  const [copied, setCopied] = useState<"done" | "failed">();
  const link = location.origin + PAGES.pair;
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => setCopied("done"),
      () => setCopied("failed"),
    );
  return (
    <section class="panel form">
      <h2>{t("pairing.invite.title")}</h2>
      <p class="muted">{t("pairing.invite.body")}</p>
      <div class="invite-link">
        <input
          class="field"
          readOnly
          value={link}
          aria-label={t("pairing.invite.label")}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <button type="button" class="button" onClick={() => void copy()}>
          {t(copied === "done" ? "copy.done" : "people.copy")}
        </button>
      </div>
      {copied === "failed" && <p class="bad">{t("copy.failed")}</p>}
    </section>
  );
}
