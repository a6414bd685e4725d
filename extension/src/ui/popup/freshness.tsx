import { sinceText } from "@beatpass/messages";
import { formatWhen } from "@beatpass/ui";
import browser from "webextension-polyfill";
import { send } from "../../messaging/send.ts";
import type { Trouble, View } from "../../messaging/view.ts";
import { hostOf } from "../host-of.ts";
import { locale, t } from "../translate.ts";

/** How old the figures are. */
export const Freshness = ({ readAt }: { readAt: string }) => (
  <p class="freshness muted">{t("answer.asof", { when: formatWhen(readAt, locale) })}</p>
);

/** What keeps the figures from being fresh, from when they are, and another try. */
export function Stale({ view, trouble, readAt }: { view: View; trouble: Trouble; readAt: string }) {
  return (
    <p class="stale" role="status">
      <span>{explain(view, trouble, sinceText(readAt, new Date(), locale))}</span>
      {trouble.kind === "moved" ? (
        <button type="button" class="quiet" onClick={() => void browser.runtime.openOptionsPage()}>
          {t("popup.options")}
        </button>
      ) : (
        <button type="button" class="quiet" onClick={() => void send({ type: "figures.refresh" })}>
          {t("figures.retry")}
        </button>
      )}
    </p>
  );
}

function explain({ server }: View, trouble: Trouble, when: string): string {
  const host = server ? hostOf(server) : "";
  switch (trouble.kind) {
    case "offline":
      return t("popup.offline", { when });
    case "moved":
      return t("popup.moved", { server: host });
    case "unreachable":
      return t("popup.unreachable", { server: host, when });
    case "failed":
      return t("popup.failed", { server: host, when, requestId: trouble.requestId ?? "–" });
    case "no-artist":
      return t("popup.no_artist.body");
  }
}
