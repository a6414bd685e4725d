import { useState } from "preact/hooks";
import { useLanguage } from "../settings/language.tsx";

/** Something to take along, with a button that copies it. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const { t } = useLanguage();
  const [copied, setCopied] = useState<"done" | "failed">();
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => setCopied("done"),
      () => setCopied("failed"),
    );
  return (
    <>
      <div class="copy-field">
        <input
          class="field"
          readOnly
          value={value}
          aria-label={label}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <button type="button" class="button" onClick={() => void copy()}>
          {t(copied === "done" ? "copy_field.done" : "people.copy")}
        </button>
      </div>
      {copied === "failed" && <p class="bad">{t("copy.failed")}</p>}
    </>
  );
}
