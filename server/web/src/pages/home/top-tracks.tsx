import type { TrackRow } from "@beatpass/shared/contracts";
import { insightsPath, PAGES } from "@beatpass/shared/links";
import { useQuery } from "@tanstack/preact-query";
import { useId } from "preact/hooks";
import { Link } from "wouter-preact";
import { tracksQuery } from "../../api/queries.ts";
import { Answer } from "../../layout/answer.tsx";
import { NoTracks } from "../../layout/no-tracks.tsx";
import { InsightsLink } from "../../layout/table/data-table.tsx";
import { Titled } from "../../layout/titled.tsx";
import { Growth, RecentPlays } from "../../layout/trend.tsx";
import { useLanguage } from "../../settings/language.tsx";

const SHOWN = 5;

/** The tracks that are heard most at present, and the way to the whole catalog. */
export function TopTracks() {
  const query = useQuery(tracksQuery);
  return (
    <Answer query={query} shape="list">
      {({ tracks }) => (tracks.length === 0 ? <NoTracks /> : <Top tracks={tracks} />)}
    </Answer>
  );
}

function Top({ tracks }: { tracks: readonly TrackRow[] }) {
  const { t } = useLanguage();
  const id = useId();
  // The list comes in the order of all plays, which decides between equals.
  const isHeardNow = tracks.some(({ plays30d }) => plays30d > 0);
  const top = tracks.toSorted((a, b) => b.plays30d - a.plays30d).slice(0, SHOWN);
  return (
    <section class="panel listing" aria-labelledby={id}>
      <div class="listing-head">
        <h2 id={id}>{t(isHeardNow ? "tracks.top" : "tracks.top_ever")}</h2>
        <Link href={PAGES.tracks} className="button small">
          {t("tracks.all", { count: tracks.length })}
        </Link>
      </div>
      <ol class="top-tracks">
        {top.map((track) => {
          const href = insightsPath({ kind: "track", id: track.id });
          return (
            <li key={track.id} class="top-track">
              <Titled {...track} image={track.image} href={href} />
              {isHeardNow ? (
                <>
                  <RecentPlays recent={track} />
                  <Growth recent={track} />
                </>
              ) : (
                <span class="top-track-plays">{t("insights.peak_value", { plays: track.plays })}</span>
              )}
              <InsightsLink href={href} name={t("catalog.insights_of", { subject: track.title })} />
            </li>
          );
        })}
      </ol>
    </section>
  );
}
