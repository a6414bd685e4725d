import type { SourceNotice } from "@beatpass/shared/contracts";
import { PAGES } from "@beatpass/shared/links";
import { PageLink } from "../page-link.tsx";
import { t } from "../translate.ts";

/** What the connection with BeatPass wants the producer to know, and where to see to it. */
export function SourceNote({ notice, server }: { notice: SourceNotice; server: string | undefined }) {
  if (notice.kind === "first-read") {
    const { done, total } = notice;
    // As long as the catalog's size is not known, what was read is all there is to tell.
    return <p class="notice">{t("dash.first_sync", { done, total: total ?? done })}</p>;
  }
  return (
    <div class="notice renew">
      <p>{titleOf(notice)}</p>
      <PageLink server={server} path={PAGES.settings} class="bp-button bp-button-quiet">
        {t("token.soon.button")}
      </PageLink>
    </div>
  );
}

function titleOf(notice: Exclude<SourceNotice, { kind: "first-read" }>): string {
  switch (notice.kind) {
    case "token-soon":
      return t("token.soon.title", { days: notice.days });
    case "token-ended":
      return t("token.ended.title");
    case "token-refused":
      return t("token.refused.title");
  }
}
