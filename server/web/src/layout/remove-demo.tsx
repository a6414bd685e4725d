import { PAGES } from "@beatpass/shared/links";
import { useMutation, useQueryClient } from "@tanstack/preact-query";
import { useState } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { tellServer } from "../api/call-server.ts";
import { useLanguage } from "../settings/language.tsx";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { problemWords } from "./problem-words.ts";

type Props = {
  /** What is told to remove it: the demo's own producer and an administrator have an address each. */
  path: "/v1/demo" | "/v1/admin/demo";
  class: string;
};

/** Takes the demo away once that is confirmed. */
export function RemoveDemo({ path, class: look }: Props) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const [asks, setAsks] = useState(false);
  const removal = useMutation({
    mutationFn: () => tellServer("DELETE", path),
    onSuccess: async () => {
      setAsks(false);
      if (path === "/v1/admin/demo") return client.invalidateQueries();
      // The demo's own account went with it, and so did the page: there is none to come back to.
      await client.resetQueries();
      navigate(`${PAGES.signIn}?demo-removed`, { replace: true });
    },
  });
  return (
    <>
      <button type="button" class={look} onClick={() => setAsks(true)}>
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
    </>
  );
}
