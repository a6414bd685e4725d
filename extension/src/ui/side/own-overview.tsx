import { PAGES } from "@beatpass/shared/links";
import { Skeleton } from "@beatpass/ui";
import { useEffect } from "preact/hooks";
import { send } from "../../messaging/send.ts";
import type { View } from "../../messaging/view.ts";
import { PageLink } from "../page-link.tsx";
import { PairCode } from "../pair-code.tsx";
import { PairStart } from "../pair-start.tsx";
import { Freshness, Stale } from "../popup/freshness.tsx";
import { Identity } from "../popup/identity.tsx";
import { NoFigures } from "../popup/no-figures.tsx";
import { PlaysBlock } from "../popup/plays-block.tsx";
import { SignedOut } from "../popup/signed-out.tsx";
import { t } from "../translate.ts";

const REFRESH_MS = 60_000;

/** One's own figures in short, or the way to them. */
export function OwnOverview({ view, server }: { view: View; server: string | null }) {
  const { connection, figures, trouble } = view;
  const isPaired = connection === "paired";
  useEffect(() => {
    if (!isPaired) return;
    const refresh = () => void send({ type: "figures.refresh" });
    refresh();
    const timer = setInterval(refresh, REFRESH_MS);
    return () => clearInterval(timer);
  }, [isPaired]);

  if (connection === "pairing" && view.pairing) return <PairCode pairing={view.pairing} />;
  if (connection === "signed-out") return <SignedOut server={view.server ?? server} readAt={figures?.readAt} />;
  if (!isPaired)
    return (
      <section class="card">
        <h2>{t("popup.unpaired.title")}</h2>
        <PairStart server={server} ended={view.ended} />
      </section>
    );
  if (!figures) return trouble ? <NoFigures view={view} trouble={trouble} /> : <Skeleton shape="panel" />;
  const { dashboard, readAt } = figures;
  return (
    <section class="figures own" aria-label={t("side.own")}>
      <h2>{t("side.own")}</h2>
      {trouble && <Stale view={view} trouble={trouble} readAt={readAt} />}
      <Identity dashboard={dashboard} />
      {dashboard.tracks > 0 && <PlaysBlock {...dashboard} />}
      <PageLink server={view.server} path={PAGES.home} class="bp-button bp-button-quiet">
        {t("popup.dashboard")}
      </PageLink>
      <Freshness readAt={readAt} />
    </section>
  );
}
