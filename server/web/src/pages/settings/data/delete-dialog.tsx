import { useMutation, useQueryClient } from "@tanstack/preact-query";
import { useState } from "preact/hooks";
import { tellServer } from "../../../api/call-server.ts";
import { ConfirmDialog } from "../../../layout/confirm-dialog.tsx";
import { problemWords } from "../../../layout/problem-words.ts";
import { useLanguage } from "../../../settings/language.tsx";

/** Deleting takes the person's own address, typed: it cannot be undone. */
export function DeleteDialog({ email, onClose }: { email: string; onClose: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const [typed, setTyped] = useState("");
  const deletion = useMutation({
    mutationFn: () => tellServer("DELETE", "/v1/account", { email: typed }),
    // Nobody is signed in any more.
    onSuccess: () => client.resetQueries(),
  });
  const fits = typed.trim().toLowerCase() === email.toLowerCase();
  return (
    <ConfirmDialog
      title={t("settings.delete.title")}
      confirm={t("settings.delete.button")}
      isBusy={deletion.isPending || !fits}
      onConfirm={() => deletion.mutate()}
      onClose={onClose}
    >
      <p>{t("settings.delete.what")}</p>
      <label class="form-field">
        <span>{t("settings.delete.type", { email })}</span>
        <input
          class="field"
          type="email"
          value={typed}
          autocomplete="off"
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      </label>
      {deletion.isError && (
        <p class="bad" role="alert">
          {problemWords(deletion.error, t).detail}
        </p>
      )}
    </ConfirmDialog>
  );
}
