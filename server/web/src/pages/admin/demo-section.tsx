import { AdminDemo } from "@beatpass/shared/contracts";
import { queryOptions, useQuery } from "@tanstack/preact-query";
import { callServer } from "../../api/call-server.ts";
import { Answer } from "../../layout/answer.tsx";
import { RemoveDemo } from "../../layout/remove-demo.tsx";
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
  return (
    <Answer query={useQuery(demoQuery)} shape="list">
      {({ producers }) =>
        producers === 0 ? (
          <p class="muted">{t("admin.demo.none")}</p>
        ) : (
          <>
            <p>{t("admin.demo.there", { producers })}</p>
            <RemoveDemo path="/v1/admin/demo" class="button danger settings-way" />
          </>
        )
      }
    </Answer>
  );
}
