import { useEffect } from "preact/hooks";
import browser from "webextension-polyfill";
import { send } from "../messaging/send.ts";
import type { View } from "../messaging/view.ts";
import { groupCode } from "./group-code.ts";
import { locale, t } from "./translate.ts";

const time = new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "numeric" });

/** The code to type on the dashboard, large; asks for the approval while it is open. */
export function PairCode({ pairing }: { pairing: NonNullable<View["pairing"]> }) {
  const { code, pairUrl, expiresAt, intervalMs } = pairing;
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
      <p class="muted">{t("pair.code.until", { time: time.format(new Date(expiresAt)) })}</p>
      <button class="quiet" type="button" onClick={() => void send({ type: "pairing.cancel" })}>
        {t("pair.code.cancel")}
      </button>
    </section>
  );
}
