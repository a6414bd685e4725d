import { PAGES } from "@beatpass/shared/links";
import { send } from "../../messaging/send.ts";
import type { Trouble, View } from "../../messaging/view.ts";
import { hostOf } from "../host-of.ts";
import { PageLink } from "../page-link.tsx";
import { t } from "../translate.ts";

/** Paired, and nothing to show yet: why, and what to do. */
export function NoFigures({ view, trouble }: { view: View; trouble: Trouble }) {
  const host = view.server ? hostOf(view.server) : "";
  if (trouble.kind === "no-artist") {
    return (
      <section class="card">
        <h1>{t("popup.no_artist.title")}</h1>
        <p class="muted">{t("popup.no_artist.body")}</p>
        <PageLink server={view.server} path={PAGES.settings} class="bp-button">
          {t("popup.no_artist.button")}
        </PageLink>
      </section>
    );
  }
  return (
    <section class="card">
      <p role="status">{explain(trouble, host)}</p>
      <button type="button" class="bp-button bp-button-quiet" onClick={() => void send({ type: "figures.refresh" })}>
        {t("figures.retry")}
      </button>
    </section>
  );
}

function explain(trouble: Exclude<Trouble, { kind: "no-artist" }>, host: string): string {
  switch (trouble.kind) {
    case "offline":
      return t("popup.nothing_offline");
    case "moved":
      return t("popup.moved", { server: host });
    case "unreachable":
      return t("popup.nothing_yet", { server: host });
    case "failed":
      return t("panel.failed", { requestId: trouble.requestId ?? "–" });
  }
}
