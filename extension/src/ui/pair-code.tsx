import { formatClock } from "@beatpass/ui";
import { useEffect, useState } from "preact/hooks";
import browser from "webextension-polyfill";
import { send } from "../messaging/send.ts";
import type { View } from "../messaging/view.ts";
import { groupCode } from "./group-code.ts";
import { locale, t } from "./translate.ts";

/** The code to type on the dashboard, large; asks for the approval while it is open. */
export function PairCode({ pairing }: { pairing: NonNullable<View["pairing"]> }) {
  const { code, pairUrl, expiresAt, intervalMs } = pairing;
  const [copied, setCopied] = useState<"done" | "failed">();
  const copy = () =>
    navigator.clipboard.writeText(groupCode(code)).then(
      () => setCopied("done"),
      () => setCopied("failed"),
    );
  const until = formatClock(expiresAt, locale);
  useEffect(() => {
    const timer = setInterval(() => void send({ type: "pairing.ask" }), intervalMs);
    return () => clearInterval(timer);
  }, [intervalMs]);
  return (
    <section class="pair-code">
      <h1>{t("pair.code.title")}</h1>
      <output class="code" aria-label={t("pair.code.label")}>
        {groupCode(code)}
      </output>
      <button class="bp-button" type="button" onClick={() => void browser.tabs.create({ url: pairUrl })}>
        {t("pair.code.open")}
      </button>
      <button class="bp-button bp-button-quiet" type="button" onClick={() => void copy()}>
        {t(copied === "done" ? "pair.code.copied" : copied === "failed" ? "copy.failed" : "pair.code.copy")}
      </button>
      <p class="muted">{t("pair.code.until", { time: until })}</p>
      <button class="quiet" type="button" onClick={() => void send({ type: "pairing.cancel" })}>
        {t("pair.code.cancel")}
      </button>
    </section>
  );
}
