import type { Dashboard, Session } from "@beatpass/shared/contracts";
import { PAGES } from "@beatpass/shared/links";
import { Freshness } from "@beatpass/ui";
import { useQuery } from "@tanstack/preact-query";
import { dashboardQuery } from "../../api/queries.ts";
import { Answer } from "../../layout/answer.tsx";
import { DeadEnd } from "../../layout/dead-end.tsx";
import { useNow } from "../../layout/use-now.ts";
import { usePageTitle } from "../../layout/use-page-title.ts";
import { useLanguage } from "../../settings/language.tsx";
import { CatalogPanel } from "./catalog-panel.tsx";
import { FigureTiles } from "./figure-tiles.tsx";
import { NotableCards } from "./notable-cards.tsx";
import { StandingPanel } from "./standing-panel.tsx";
import "./home.css";

/** What moved: level and XP, the last 30 days, every total, the catalog. */
export function HomePage({ session }: { session: Session }) {
  return session.producer ? <ProducerHome name={session.producer.name} /> : <NoProducer session={session} />;
}

function ProducerHome({ name }: { name: string }) {
  const { t } = useLanguage();
  usePageTitle(t("nav.home"));
  const query = useQuery(dashboardQuery);
  return (
    <>
      <div class="home-head">
        <h1>
          <bdi>{t("dash.greeting", { name })}</bdi>
        </h1>
        {query.data && <Age asOf={query.data.asOf} />}
      </div>
      <Answer query={query} shape="tiles">
        {(dashboard) => <Overview dashboard={dashboard} />}
      </Answer>
      <CatalogPanel />
    </>
  );
}

/** How fresh the figures are, as everywhere. */
function Age({ asOf }: { asOf: string }) {
  const { locale } = useLanguage();
  const now = useNow();
  return <Freshness asOf={asOf} locale={locale} now={now} />;
}

const Overview = ({ dashboard }: { dashboard: Dashboard }) => (
  <>
    <StandingPanel dashboard={dashboard} />
    <FigureTiles dashboard={dashboard} />
    <NotableCards dashboard={dashboard} />
  </>
);

function NoProducer({ session }: { session: Session }) {
  const { t } = useLanguage();
  const isAdmin = session.user?.admin ?? false;
  return (
    <DeadEnd
      title={t("popup.no_artist.title")}
      body={t(isAdmin ? "home.no_producer.admin" : "home.no_producer.body")}
      {...(isAdmin && { way: { name: t("nav.people"), href: PAGES.people } })}
    />
  );
}
