import { useLanguage } from "../settings/language.tsx";
import { problemWords } from "./problem-words.ts";

/** What became of the last change. The line is always there, so that nothing jumps and screen readers hear it. */
export function SavedNote({ change }: { change: { isSuccess: boolean; isError: boolean; error: Error | null } }) {
  const { t } = useLanguage();
  if (change.isError)
    return (
      <p class="saved-note bad" role="alert">
        {t("settings.not_saved", { reason: problemWords(change.error, t).detail })}
      </p>
    );
  return (
    <p class="saved-note muted" role="status">
      {change.isSuccess && t("settings.saved")}
    </p>
  );
}
