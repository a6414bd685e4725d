import { useId, useState } from "preact/hooks";
import type { ServerSetAnswer } from "../messaging/protocol.ts";
import { send } from "../messaging/send.ts";
import { hostOf } from "./host-of.ts";
import { PairCode } from "./pair-code.tsx";
import { PairStart } from "./pair-start.tsx";
import { t } from "./translate.ts";
import { useServer } from "./use-server.ts";
import { useView } from "./use-view.ts";

/** The options page: which server, and the pairing of this browser with it. */
export function Options() {
  const view = useView();
  const server = useServer();
  if (!view || server === undefined) return null;
  const paired = view.connection === "paired";
  return (
    <>
      <h1 class="page-title">{t("options.title")}</h1>
      <section class="panel">
        <h2>{t("options.server.title")}</h2>
        <p class="muted">{t("options.server.body")}</p>
        {paired ? <p class="muted">{t("options.server.paired")}</p> : <ServerField server={server} />}
      </section>
      <section class="panel">
        <h2>{t("options.pairing.title")}</h2>
        {view.connection === "pairing" && view.pairing ? (
          <PairCode pairing={view.pairing} />
        ) : paired && view.server ? (
          <>
            <p>{t("options.paired", { server: hostOf(view.server) })}</p>
            <p class="muted">{t("options.unpair.body")}</p>
            <button type="button" class="bp-button bp-button-quiet" onClick={() => void send({ type: "unpair" })}>
              {t("options.unpair")}
            </button>
          </>
        ) : (
          <PairStart key={server} server={server} ended={view.ended} />
        )}
      </section>
    </>
  );
}

function ServerField({ server }: { server: string | null }) {
  const [address, setAddress] = useState(server ?? "");
  const [answer, setAnswer] = useState<ServerSetAnswer>();
  const field = useId();
  const save = async (event: Event) => {
    event.preventDefault();
    setAnswer(await send({ type: "server.set", address }));
  };
  return (
    <form class="line" onSubmit={save} noValidate>
      <label class="hidden" for={field}>
        {t("pair.address.label")}
      </label>
      <input
        id={field}
        type="url"
        autoComplete="off"
        spellcheck={false}
        placeholder="https://"
        value={address}
        onInput={(event) => setAddress(event.currentTarget.value)}
      />
      <button type="submit" class="bp-button bp-button-quiet" disabled={!address.trim()}>
        {t("options.server.save")}
      </button>
      <p class={answer?.status === "set" ? "notice done" : "notice"} role="status">
        {answer?.status === "set" && t("options.server.saved", { server: answer.server })}
        {answer?.status === "not-allowed" && t("pair.address.not_allowed")}
      </p>
    </form>
  );
}
