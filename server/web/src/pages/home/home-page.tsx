import type { Dashboard, Session } from "@beatpass/shared/contracts";
import { BEATPASS_ORIGIN, insightsPath, PAGES } from "@beatpass/shared/links";
import { useQuery } from "@tanstack/preact-query";
import { Link } from "wouter-preact";
import { dashboardQuery } from "../../api/queries.ts";
import { Age } from "../../layout/age.tsx";
import { Answer } from "../../layout/answer.tsx";
import { BoardsIcon, ChartIcon, ProgressIcon, UploadIcon } from "../../layout/icons.tsx";
import { NoProducer } from "../../layout/no-producer.tsx";
import { SourceNoticeBar } from "../../layout/source/source-notice.tsx";
import { usePageTitle } from "../../layout/use-page-title.ts";
import { useLanguage } from "../../settings/language.tsx";
import { FigureTiles } from "./figure-tiles.tsx";
import { NewsLine } from "./news-line.tsx";
import { NotableCards } from "./notable-cards.tsx";
import { StandingPanel } from "./standing-panel.tsx";
import { TipsPanel } from "./tips/tips-panel.tsx";
import { TopTracks } from "./top-tracks.tsx";
import "./home.css";

/** What moved since the last visit, level and XP, the last 30 days, every total, what to do next, the catalog. */
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
      <NewsLine />
      {query.data?.notice && <SourceNoticeBar notice={query.data.notice} />}
      {query.data && <QuickWays dashboard={query.data} />}
      <Answer query={query} shape="tiles">
        {(dashboard) => <Overview dashboard={dashboard} />}
      </Answer>
      <TopTracks />
    </>
  );
}

const Overview = ({ dashboard }: { dashboard: Dashboard }) => (
  <>
    <StandingPanel dashboard={dashboard} />
    <FigureTiles dashboard={dashboard} />
    <NotableCards dashboard={dashboard} />
    <TipsPanel demo={dashboard.producer.demo} />
  </>
);

/** To the insights of each of the producer's profiles, and to what one does next. */
function QuickWays({ dashboard: { producer } }: { dashboard: Dashboard }) {
  const { t } = useLanguage();
  return (
    <section class="home-ways" aria-label={t("home.ways")}>
      {producer.artists.map(({ id, name }) => (
        <Link key={id} href={insightsPath({ kind: "artist", id })} className="button small">
          <ChartIcon />
          <bdi>{t("home.artist_insights", { name })}</bdi>
        </Link>
      ))}
      <Link href={PAGES.progress} className="button small">
        <ProgressIcon />
        {t("nav.progress")}
      </Link>
      <Link href={PAGES.leaderboards} className="button small">
        <BoardsIcon />
        {t("nav.leaderboards")}
      </Link>
      <a href={BEATPASS_ORIGIN} class="button small" target="_blank" rel="noreferrer">
        <UploadIcon />
        {t("home.upload")}
      </a>
    </section>
  );
}
