import { send } from "../../messaging/send.ts";
import type { View } from "../../messaging/view.ts";
import { hostOf } from "../host-of.ts";
import { PairCode } from "../pair-code.tsx";
import { PairStart } from "../pair-start.tsx";
import { t } from "../translate.ts";

/** Whether this browser is paired, and with which server; the way in and the way out. */
export function PairingSection({ view, server }: { view: View; server: string | null }) {
  return (
    <section class="panel">
      <h2>{t("options.pairing.title")}</h2>
      {view.connection === "pairing" && view.pairing ? (
        <PairCode pairing={view.pairing} />
      ) : view.connection === "paired" && view.server ? (
        <>
          <p>{t("options.paired", { server: hostOf(view.server) })}</p>
          <p class="muted">{t("options.unpair.body")}</p>
          <button type="button" class="bp-button bp-button-quiet aside" onClick={() => void send({ type: "unpair" })}>
            {t("options.unpair")}
          </button>
        </>
      ) : (
        <PairStart key={server} server={server} ended={view.ended} />
      )}
    </section>
  );
}
