import { Skeleton } from "@beatpass/ui";
import { useEffect } from "preact/hooks";
import { send } from "../../messaging/send.ts";
import { PairCode } from "../pair-code.tsx";
import { PairStart } from "../pair-start.tsx";
import type { Known } from "../start-page.tsx";
import { t } from "../translate.ts";
import { useServer } from "../use-server.ts";
import { useView } from "../use-view.ts";
import { FiguresView } from "./figures-view.tsx";
import { NoFigures } from "./no-figures.tsx";
import { SignedOut } from "./signed-out.tsx";

const REFRESH_MS = 15_000;

/** The popup: the last known figures at once, fresh ones as they come, and what stands in their way. */
export function Popup(stored: Known) {
  const view = useView(stored.view);
  const server = useServer(stored.server);
  const { connection, figures, trouble } = view;
  const isPaired = connection === "paired";

  useEffect(() => {
    if (!isPaired) return;
    void send({ type: "figures.look" });
    const timer = setInterval(() => void send({ type: "figures.refresh" }), REFRESH_MS);
    return () => clearInterval(timer);
  }, [isPaired]);

  if (connection === "pairing" && view.pairing) return <PairCode pairing={view.pairing} />;
  if (connection === "signed-out") {
    return (
      <>
        <SignedOut server={view.server ?? server} readAt={figures?.readAt} />
        {figures && <FiguresView view={view} figures={figures} />}
      </>
    );
  }
  if (!isPaired) {
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
