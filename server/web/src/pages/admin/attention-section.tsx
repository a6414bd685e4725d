import { Notices } from "@beatpass/shared/contracts";
import { queryOptions, useQuery } from "@tanstack/preact-query";
import { callServer } from "../../api/call-server.ts";
import { Answer } from "../../layout/answer.tsx";
import type { Section } from "../../layout/section.ts";
import { useLanguage } from "../../settings/language.tsx";
import { ListedDeliveries } from "./attention/listed-deliveries.tsx";
import { NoticeRow } from "./attention/notice-row.tsx";
import "./attention/attention.css";

export const attentionSection: Section = { id: "attention", name: "admin.attention", Body: Attention };

export const noticesQuery = queryOptions({
  queryKey: ["admin", "notices"],
  queryFn: () => callServer(Notices, "GET", "/v1/admin/notices"),
});

/** Where someone must act, each with what to do; below, what nobody can tell the fate of, and what was given up. */
function Attention() {
  const { t } = useLanguage();
  return (
    <Answer query={useQuery(noticesQuery)} shape="list">
      {({ notices, unknown, unsent }) => (
        <>
          {notices.length === 0 ? (
            <p class="muted">{t("admin.attention.none")}</p>
          ) : (
            <ul class="settings-rows" aria-label={t("admin.attention")}>
              {notices.map((notice) => (
                <NoticeRow key={notice.id} notice={notice} />
              ))}
            </ul>
          )}
          <ListedDeliveries of="unknown" deliveries={unknown} />
          <ListedDeliveries of="unsent" deliveries={unsent} />
        </>
      )}
    </Answer>
  );
}
