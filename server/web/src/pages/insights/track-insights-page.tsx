import type { Insights } from "@beatpass/shared/contracts";
import { PAGES } from "@beatpass/shared/links";
import { Freshness, formatRange, InsightsView } from "@beatpass/ui";
import { useQuery } from "@tanstack/preact-query";
import { Link, useLocation, useSearch } from "wouter-preact";
import { trackInsightsQuery } from "../../api/queries.ts";
import { ServerProblem } from "../../api/server-problem.ts";
import { Answer } from "../../layout/answer.tsx";
import { DeadEnd } from "../../layout/dead-end.tsx";
import { BackIcon } from "../../layout/icons.tsx";
import { useNow } from "../../layout/use-now.ts";
import { usePageTitle } from "../../layout/use-page-title.ts";
import { useLanguage } from "../../settings/language.tsx";
import { type ChosenRange, datesOf, readRange, writeRange } from "./range.ts";
import { RangePicker } from "./range-picker.tsx";
import { Subject } from "./subject.tsx";
import { trackIdOf } from "./track-id-of.ts";
import "./insights.css";

/** Everything a track's artists may know about it, over a range that the address keeps. */
export function TrackInsightsPage() {
  const { t } = useLanguage();
  const [, navigate] = useLocation();
  useSearch();
  const id = trackIdOf(location.pathname);
  const range = readRange(location.search);
  // The answer for this year is also what says which day it is and when the first play was.
  const year = useQuery(trackInsightsQuery(id));
  const dates = datesOf(range, year.data);
  const chosen = useQuery({ ...trackInsightsQuery(id, dates), enabled: dates !== undefined });
  const query = dates === undefined ? year : chosen;
  usePageTitle(query.data?.subject.title ?? t("menu.insights"));
  if (query.error instanceof ServerProblem && query.error.code === "not_found") return <NotForYou />;
  const pick = (picked: ChosenRange) => {
    const isRefined = picked.preset === "custom" && range.preset === "custom";
    navigate(location.pathname + writeRange(picked), { replace: isRefined });
  };
  return (
    <>
      <div class="insights-head">
        <Link href={PAGES.home} className="back-link">
          <BackIcon />
          {t("nav.home")}
        </Link>
        {query.data && <Subject subject={query.data.subject} />}
        <RangePicker range={range} shown={query.data?.range} today={year.data?.asOf.slice(0, 10)} onPick={pick} />
      </div>
      <Answer query={query} shape="panel">
        {(insights) => (
          <Figures insights={insights} isWaiting={query.isPlaceholderData} onWiden={() => pick({ preset: "all" })} />
        )}
      </Answer>
    </>
  );
}

function Figures(props: { insights: Insights; isWaiting: boolean; onWiden: () => void }) {
  const { locale } = useLanguage();
  const now = useNow();
  const { insights, isWaiting, onWiden } = props;
  return (
    <div class={isWaiting ? "insights waiting" : "insights"} aria-busy={isWaiting}>
      <p class="insights-note muted">
        {formatRange(insights.range, locale)}
        <Freshness asOf={insights.asOf} locale={locale} now={now} />
      </p>
      <InsightsView insights={insights} locale={locale} onRangeWiden={onWiden} />
    </div>
  );
}

/** The same words whether or not there is such a track. */
function NotForYou() {
  const { t } = useLanguage();
  return (
    <DeadEnd
      title={t("denied.track.title")}
      body={t("denied.track.body")}
      way={{ name: t("nav.home"), href: PAGES.home }}
    />
  );
}
