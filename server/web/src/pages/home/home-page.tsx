import type { Dashboard, Session } from "@beatpass/shared/contracts";
import { insightsPath } from "@beatpass/shared/links";
import { useQuery } from "@tanstack/preact-query";
import { Link } from "wouter-preact";
import { dashboardQuery } from "../../api/queries.ts";
import { Age } from "../../layout/age.tsx";
import { Answer } from "../../layout/answer.tsx";
import { ChartIcon } from "../../layout/icons.tsx";
import { NoProducer } from "../../layout/no-producer.tsx";
import { usePageTitle } from "../../layout/use-page-title.ts";
import { useLanguage } from "../../settings/language.tsx";
import { FigureTiles } from "./figure-tiles.tsx";
import { NotableCards } from "./notable-cards.tsx";
import { StandingPanel } from "./standing-panel.tsx";
import { TopTracks } from "./top-tracks.tsx";
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
      {query.data && <ArtistLinks artists={query.data.producer.artists} />}
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
  </>
);

/** To the insights of each of the producer's profiles. */
function ArtistLinks({ artists }: { artists: Dashboard["producer"]["artists"] }) {
  const { t } = useLanguage();
  return (
    <p class="home-artists muted">
      {artists.map(({ id, name }) => (
        <Link key={id} href={insightsPath({ kind: "artist", id })} className="icon-link">
          <ChartIcon />
          <bdi>{t("home.artist_insights", { name })}</bdi>
        </Link>
      ))}
    </p>
  );
}
