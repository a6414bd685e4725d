import { useId, useState } from "preact/hooks";
import type { ServerSetAnswer } from "../../messaging/protocol.ts";
import { send } from "../../messaging/send.ts";
import { t } from "../translate.ts";

/** The server to pair with: https anywhere, plain http on this computer alone. */
export function ServerSection({ server, isPaired }: { server: string | null; isPaired: boolean }) {
  return (
    <section class="panel">
      <h2>{t("options.server.title")}</h2>
      <p class="muted">{t("options.server.body")}</p>
      {isPaired ? <p class="muted">{t("options.server.paired")}</p> : <ServerField server={server} />}
    </section>
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
