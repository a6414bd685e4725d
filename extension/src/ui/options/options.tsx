import { SiteNotice } from "../site-notice.tsx";
import type { Known } from "../start-page.tsx";
import { t } from "../translate.ts";
import { useServer } from "../use-server.ts";
import { useView } from "../use-view.ts";
import { LookSection } from "./look-section.tsx";
import { NewsSection } from "./news-section.tsx";
import { PairingSection } from "./pairing-section.tsx";
import { ServerSection } from "./server-section.tsx";
import { SiteSection } from "./site-section.tsx";
import { StoredSection } from "./stored-section.tsx";

/** The options page: server and pairing, what speaks up by itself, how it looks, and what is kept. */
export function Options({ settings, ...stored }: Known) {
  const view = useView(stored.view);
  const server = useServer(stored.server);
  return (
    <>
      <h1 class="page-title">{t("options.title")}</h1>
      <SiteNotice />
      <PairingSection view={view} server={server} />
      <ServerSection server={server} isPaired={view.connection === "paired"} />
      <NewsSection settings={settings} />
      <SiteSection settings={settings} />
      <LookSection settings={settings} />
      <StoredSection view={view} settings={settings} />
    </>
  );
}
