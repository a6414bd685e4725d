import { useMutation, useQueryClient } from "@tanstack/preact-query";
import { useState } from "preact/hooks";
import { tellServer } from "../api/call-server.ts";
import { useLanguage } from "../settings/language.tsx";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { problemWords } from "./problem-words.ts";

/** On every page while the signed-in producer is made up: says so, and takes the demo away. */
export function DemoBanner() {
  const { t } = useLanguage();
  const client = useQueryClient();
  const [asks, setAsks] = useState(false);
  const removal = useMutation({
    mutationFn: () => tellServer("DELETE", "/v1/demo"),
    // The demo's account went with it.
    onSuccess: () => client.resetQueries(),
  });
  return (
    <aside class="demo-banner" aria-label={t("demo.banner.label")}>
      <p>{t("demo.banner")}</p>
      <button type="button" class="button small" onClick={() => setAsks(true)}>
        {t("demo.banner.button")}
      </button>
      {asks && (
        <ConfirmDialog
          title={t("demo.remove.title")}
          confirm={t("demo.banner.button")}
          isBusy={removal.isPending}
          onConfirm={() => removal.mutate()}
          onClose={() => setAsks(false)}
        >
          <p>{t("demo.remove.body")}</p>
          {removal.isError && <p role="alert">{problemWords(removal.error, t).detail}</p>}
        </ConfirmDialog>
      )}
    </aside>
  );
}
