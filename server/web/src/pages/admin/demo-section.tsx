import { AdminDemo } from "@beatpass/shared/contracts";
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/preact-query";
import { useState } from "preact/hooks";
import { callServer, tellServer } from "../../api/call-server.ts";
import { Answer } from "../../layout/answer.tsx";
import { ConfirmDialog } from "../../layout/confirm-dialog.tsx";
import { problemWords } from "../../layout/problem-words.ts";
import type { Section } from "../../layout/section.ts";
import { useLanguage } from "../../settings/language.tsx";

export const demoSection: Section = { id: "demo", name: "admin.demo", Body: Demo };

const demoQuery = queryOptions({
  queryKey: ["admin", "demo"],
  queryFn: () => callServer(AdminDemo, "GET", "/v1/admin/demo"),
});

/** The made-up community, while it is there. */
function Demo() {
  const { t } = useLanguage();
  const client = useQueryClient();
  const [asks, setAsks] = useState(false);
  const removal = useMutation({
    mutationFn: () => tellServer("DELETE", "/v1/admin/demo"),
    onSuccess: () => {
      setAsks(false);
      return client.invalidateQueries();
    },
  });
  return (
    <Answer query={useQuery(demoQuery)} shape="list">
      {({ producers }) =>
        producers === 0 ? (
          <p class="muted">{t("admin.demo.none")}</p>
        ) : (
          <>
            <p>{t("admin.demo.there", { producers })}</p>
            <button type="button" class="button danger settings-way" onClick={() => setAsks(true)}>
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
        )
      }
    </Answer>
  );
}
