import type { Insights, Session } from "@beatpass/shared/contracts";
import { insightsPath, PAGES, type SubjectRef } from "@beatpass/shared/links";
import { Freshness, formatRange, InsightsView } from "@beatpass/ui";
import { useQuery } from "@tanstack/preact-query";
import { Link, useLocation, useSearch } from "wouter-preact";
import { insightsQuery } from "../../api/queries.ts";
import { ServerProblem } from "../../api/server-problem.ts";
import { Answer } from "../../layout/answer.tsx";
import { BackIcon } from "../../layout/icons.tsx";
import { useNow } from "../../layout/use-now.ts";
import { usePageTitle } from "../../layout/use-page-title.ts";
import { useLanguage } from "../../settings/language.tsx";
import { NotFoundPage } from "../not-found-page.tsx";
import { ComparePage } from "./compare/compare-page.tsx";
import { InsightsExport } from "./export/insights-export.tsx";
import { NotForYou } from "./not-for-you.tsx";
import { type ChosenRange, datesOf, readRange, writeRange } from "./range.ts";
import { RangePicker } from "./range-picker.tsx";
import { Subject } from "./subject.tsx";
import { subjectOf } from "./subject-of.ts";
import { useTrackLink } from "./use-track-link.tsx";
import "./insights.css";

/** Where each kind is listed. */
const LISTS = {
  track: { href: PAGES.tracks, name: "nav.tracks" },
  album: { href: PAGES.albums, name: "nav.albums" },
  artist: { href: PAGES.home, name: "nav.home" },
} as const;

/** Everything that a track's, album's or artist's own people may know about it, over a range that the address keeps. */
export function InsightsPage({ session }: { session: Session }) {
  useSearch();
  const subject = subjectOf(location.pathname);
  if (!subject) return <NotFoundPage />;
  const compared = new URLSearchParams(location.search).get("compare");
  return subject.kind === "track" && compared !== null ? (
    <ComparePage id={subject.id} otherId={compared} session={session} />
  ) : (
    <InsightsOf subject={subject} session={session} />
  );
}

function InsightsOf({ subject, session }: { subject: SubjectRef; session: Session }) {
  const { t } = useLanguage();
  const [, navigate] = useLocation();
  const range = readRange(location.search);
  // The answer for this year is also what says which day it is and when the first play was.
  const year = useQuery(insightsQuery(subject));
  const dates = datesOf(range, year.data);
  const chosen = useQuery({ ...insightsQuery(subject, dates), enabled: dates !== undefined });
  const query = dates === undefined ? year : chosen;
  usePageTitle(query.data?.subject.title ?? t("menu.insights"));
  if (query.error instanceof ServerProblem && query.error.code === "not_found") return <NotForYou subject={subject} />;
  const pick = (picked: ChosenRange) => {
    const isRefined = picked.preset === "custom" && range.preset === "custom";
    navigate(location.pathname + writeRange(picked), { replace: isRefined });
  };
  const list = LISTS[subject.kind];
  return (
    <>
      <div class="insights-head">
        <Link href={list.href} className="back-link">
          <BackIcon />
          {t(list.name)}
        </Link>
        {query.data && <Subject subject={query.data.subject} />}
        <div class="insights-tools">
          <RangePicker range={range} shown={query.data?.range} today={year.data?.asOf.slice(0, 10)} onPick={pick} />
          <div class="insights-ways">
            {subject.kind === "track" && (
              <Link href={`${insightsPath(subject)}?compare=`} className="button small">
                {t("compare.open")}
              </Link>
            )}
            {query.data && !query.isPlaceholderData && <InsightsExport insights={query.data} />}
          </div>
        </div>
      </div>
      <Answer query={query} shape="panel">
        {(insights) => (
          <Figures
            insights={insights}
            session={session}
            isWaiting={query.isPlaceholderData}
            onWiden={() => pick({ preset: "all" })}
          />
        )}
      </Answer>
    </>
  );
}

function Figures(props: { insights: Insights; session: Session; isWaiting: boolean; onWiden: () => void }) {
  const { locale } = useLanguage();
  const now = useNow();
  const { insights, session, isWaiting, onWiden } = props;
  const linkTrack = useTrackLink(session);
  return (
    <div class={isWaiting ? "insights waiting" : "insights"} aria-busy={isWaiting}>
      <p class="insights-note muted">
        {formatRange(insights.range, locale)}
        <Freshness asOf={insights.asOf} locale={locale} now={now} />
      </p>
      <InsightsView insights={insights} locale={locale} onRangeWiden={onWiden} linkTrack={linkTrack} />
    </div>
  );
}
