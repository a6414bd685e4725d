import { type PairedBrowser, PairedBrowsers } from "@beatpass/shared/contracts";
import { PAGES } from "@beatpass/shared/links";
import { formatWhen } from "@beatpass/ui";
import { queryOptions, useQuery } from "@tanstack/preact-query";
import { Link } from "wouter-preact";
import { callServer } from "../../api/call-server.ts";
import { Answer } from "../../layout/answer.tsx";
import { RevocableRow } from "../../layout/revocable-row.tsx";
import type { Section } from "../../layout/section.ts";
import { useNow } from "../../layout/use-now.ts";
import { useLanguage } from "../../settings/language.tsx";

export const browsersSection: Section = { id: "browsers", name: "settings.browsers", Body: Browsers };

const browsersQuery = queryOptions({
  queryKey: ["browsers"],
  queryFn: () => callServer(PairedBrowsers, "GET", "/v1/account/browsers"),
});

/** The browsers whose extension reads one's figures. */
function Browsers() {
  const { t } = useLanguage();
  const query = useQuery(browsersQuery);
  return (
    <>
      <p class="muted">{t("settings.browsers.means")}</p>
      <Answer query={query} shape="list">
        {({ browsers }) =>
          browsers.length === 0 ? (
            <p>{t("settings.browsers.none")}</p>
          ) : (
            <ul class="settings-rows" aria-label={t("settings.browsers")}>
              {browsers.map((browser) => (
                <BrowserRow key={browser.id} browser={browser} />
              ))}
            </ul>
          )
        }
      </Answer>
      <Link href={PAGES.pair} className="button small settings-way">
        {t("nav.pair")}
      </Link>
    </>
  );
}

function BrowserRow({ browser: { id, browser, pairedAt, lastSeenAt } }: { browser: PairedBrowser }) {
  const { locale, t } = useLanguage();
  const now = useNow();
  const paired = formatWhen(pairedAt, locale, now);
  const seen = formatWhen(lastSeenAt, locale, now);
  return (
    <RevocableRow
      name={browser || t("settings.browsers.unnamed")}
      facts={t("settings.browsers.when", { paired, seen })}
      path={`/v1/account/browsers/${encodeURIComponent(id)}`}
      listed={browsersQuery.queryKey}
      revoke={t("settings.browsers.revoke")}
    />
  );
}
