import { formatWhen } from "@beatpass/ui";
import { send } from "../messaging/send.ts";
import type { Figures, View } from "../messaging/view.ts";
import { hostOf } from "./host-of.ts";
import { locale, t } from "./translate.ts";

/** How old the figures are, and what keeps them from being fresh. */
export function Freshness({ view, figures }: { view: View; figures: Figures }) {
  const when = formatWhen(figures.readAt, locale);
  const trouble = view.connection === "paired" ? explain(view, when) : undefined;
  if (!trouble) return <p class="freshness muted">{t("answer.asof", { when })}</p>;
  return (
    <p class="freshness stale" role="status">
      <span>{trouble}</span>
      <button type="button" class="quiet" onClick={() => void send({ type: "figures.refresh" })}>
        {t("figures.retry")}
      </button>
    </p>
  );
}

function explain({ trouble, server }: View, when: string): string | undefined {
  const host = server ? hostOf(server) : "";
  switch (trouble?.kind) {
    case "offline":
      return t("popup.offline", { when });
    case "moved":
      return t("popup.moved", { server: host });
    case "unreachable":
      return t("popup.unreachable", { server: host, when });
    case "failed":
      return t("popup.failed", { server: host, when, requestId: trouble.requestId ?? "–" });
    default:
      return undefined;
  }
}
