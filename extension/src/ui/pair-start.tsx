import { useId, useState } from "preact/hooks";
import type { PairingStartAnswer } from "../messaging/protocol.ts";
import { send } from "../messaging/send.ts";
import type { View } from "../messaging/view.ts";
import { hostOf } from "./host-of.ts";
import { t } from "./translate.ts";

type Props = { ended?: View["ended"]; server: string | null; again?: boolean };

/** The way into pairing: one button where the server is known, else a field for the link that names it. */
export function PairStart({ ended, server, again = false }: Props) {
  const [address, setAddress] = useState("");
  const [answer, setAnswer] = useState<PairingStartAnswer>();
  const [busy, setBusy] = useState(false);
  const [other, setOther] = useState(false);
  const field = useId();
  const known = server !== null && !other && answer?.status !== "not-reached";

  const start = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    const answer = await send({ type: "pairing.start", ...(address ? { server: address } : {}) });
    // What did not answer is there to be corrected, replaced or tried again.
    if (answer.status === "not-reached") setAddress((typed) => typed || answer.server);
    setAnswer(answer);
    setBusy(false);
  };

  return (
    <form class="pair-start" onSubmit={start} noValidate>
      {ended && !answer && <p class="notice">{t(`pair.ended.${ended}`)}</p>}
      {answer && answer.status !== "started" && (
        <p class="notice" role="alert">
          {explain(answer)}
        </p>
      )}
      {known ? (
        !again && <p class="muted">{t("pair.known.body", { server: hostOf(server) })}</p>
      ) : (
        <>
          <p class="muted">{t("popup.unpaired.body")}</p>
          <label for={field}>{t("pair.address.label")}</label>
          <input
            id={field}
            type="url"
            inputMode="url"
            autoComplete="off"
            spellcheck={false}
            required
            placeholder="https://"
            value={address}
            onInput={(event) => setAddress(event.currentTarget.value)}
            onFocus={(event) => event.currentTarget.select()}
          />
        </>
      )}
      <button class="bp-button" type="submit" disabled={busy || (!known && !address.trim())}>
        {t(again ? "pair.again" : "popup.unpaired.button")}
      </button>
      {known && (
        <button class="quiet" type="button" onClick={() => setOther(true)}>
          {t("pair.other")}
        </button>
      )}
    </form>
  );
}

function explain(answer: PairingStartAnswer): string | undefined {
  switch (answer.status) {
    case "no-server":
      return t("pair.address.not_allowed");
    case "offline":
      return t("pair.offline");
    case "not-reached":
      return t("pair.not_reached", { server: hostOf(answer.server) });
    case "started":
      return undefined;
  }
}
