import type { Dashboard, Session } from "@beatpass/shared/contracts";
import { useQuery } from "@tanstack/preact-query";
import { dashboardQuery } from "../../api/queries.ts";
import { Age } from "../../layout/age.tsx";
import { Answer } from "../../layout/answer.tsx";
import { NoProducer } from "../../layout/no-producer.tsx";
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
      <div class="page-head">
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

const Overview = ({ dashboard }: { dashboard: Dashboard }) => (
  <>
    <StandingPanel dashboard={dashboard} />
    <FigureTiles dashboard={dashboard} />
    <NotableCards dashboard={dashboard} />
  </>
);
