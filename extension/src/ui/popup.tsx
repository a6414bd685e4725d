import { formatWhen, Skeleton } from "@beatpass/ui";
import { useEffect } from "preact/hooks";
import { send } from "../messaging/send.ts";
import { FiguresView } from "./figures-view.tsx";
import { NoFigures } from "./no-figures.tsx";
import { PairCode } from "./pair-code.tsx";
import { PairStart } from "./pair-start.tsx";
import type { Known } from "./start-page.tsx";
import { locale, t } from "./translate.ts";
import { useServer } from "./use-server.ts";
import { useView } from "./use-view.ts";

const REFRESH_MS = 15_000;

/** The popup: the last known figures at once, fresh ones as they come, and what stands in their way. */
export function Popup(stored: Known) {
  const view = useView(stored.view);
  const server = useServer(stored.server);
  const paired = view.connection === "paired";

  useEffect(() => {
    if (!paired) return;
    const refresh = () => void send({ type: "figures.refresh" });
    refresh();
    const timer = setInterval(refresh, REFRESH_MS);
    return () => clearInterval(timer);
  }, [paired]);

  const { figures, trouble } = view;
  if (view.connection === "pairing" && view.pairing) return <PairCode pairing={view.pairing} />;
  if (view.connection === "signed-out") {
    return (
      <>
        <section class="card">
          <h1>{t("popup.signed_out.title")}</h1>
          {figures && <p class="muted">{t("popup.signed_out.body", { when: formatWhen(figures.readAt, locale) })}</p>}
          <PairStart server={view.server ?? server} again />
        </section>
        {figures && <FiguresView view={view} figures={figures} />}
      </>
    );
  }
  if (!paired) {
    return (
      <section class="card">
        <h1>{t("popup.unpaired.title")}</h1>
        <PairStart server={server} ended={view.ended} />
      </section>
    );
  }
  if (figures) return <FiguresView view={view} figures={figures} />;
  return trouble ? <NoFigures view={view} trouble={trouble} /> : <Skeleton shape="panel" />;
}
