import type { Dashboard, Session } from "@beatpass/shared/contracts";
import { PAGES } from "@beatpass/shared/links";
import { EmptyNote, Freshness } from "@beatpass/ui";
import { useQuery } from "@tanstack/preact-query";
import { dashboardQuery } from "../../api/queries.ts";
import { Answer } from "../../layout/answer.tsx";
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
  const { t } = useLanguage();
  usePageTitle(t("nav.home"));
  return session.producer ? <ProducerHome name={session.producer.name} /> : <NoProducer session={session} />;
}

function ProducerHome({ name }: { name: string }) {
  const { t } = useLanguage();
  const query = useQuery(dashboardQuery);
  return (
    <>
      <h1 class="greeting">
        <bdi>{t("dash.greeting", { name: query.data?.producer.name ?? name })}</bdi>
      </h1>
      <Answer query={query} shape="tiles">
        {(dashboard) => <Overview dashboard={dashboard} />}
      </Answer>
      <CatalogPanel />
    </>
  );
}

function Overview({ dashboard }: { dashboard: Dashboard }) {
  const { locale } = useLanguage();
  const now = useNow();
  return (
    <>
      <div class="page-note">
        <Freshness asOf={dashboard.asOf} locale={locale} now={now} />
      </div>
      <StandingPanel dashboard={dashboard} />
      <FigureTiles dashboard={dashboard} />
      <NotableCards dashboard={dashboard} />
    </>
  );
}

function NoProducer({ session }: { session: Session }) {
  const { t } = useLanguage();
  const isAdmin = session.user?.admin ?? false;
  return (
    <EmptyNote
      title={t("popup.no_artist.title")}
      body={t(isAdmin ? "home.no_producer.admin" : "home.no_producer.body")}
      {...(isAdmin && { action: { label: t("nav.people"), href: PAGES.people } })}
    />
  );
}
