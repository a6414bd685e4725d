import { Figure, formatCount, formatExact } from "@beatpass/ui";
import type { Figures, View } from "../../messaging/view.ts";
import { locale, t } from "../translate.ts";
import { Freshness, Stale } from "./freshness.tsx";
import { Identity } from "./identity.tsx";
import { NoPlays } from "./no-plays.tsx";
import { NoTracks } from "./no-tracks.tsx";
import { PlaysBlock } from "./plays-block.tsx";
import { RankFigure } from "./rank-figure.tsx";
import { Sections } from "./sections.tsx";
import { SinceLine } from "./since-line.tsx";
import { SiteLine } from "./site-line.tsx";
import { SourceNote } from "./source-note.tsx";
import { Unlocks } from "./unlocks.tsx";

/** A producer's figures, readable in one glance and complete without scrolling. */
export function FiguresView({ view, figures }: { view: View; figures: Figures }) {
  const { dashboard, readAt, changes, waiting } = figures;
  const { tracks, plays, followers } = dashboard;
  const isPaired = view.connection === "paired";
  return (
    <article class="figures">
      {isPaired && view.trouble && <Stale view={view} trouble={view.trouble} readAt={readAt} />}
      {isPaired && !view.trouble && <SinceLine changes={changes} />}
      {isPaired && (dashboard.notice ? <SourceNote notice={dashboard.notice} server={view.server} /> : <SiteLine />)}
      <Identity dashboard={dashboard} />
      {tracks === 0 ? (
        <NoTracks {...dashboard} />
      ) : (
        <>
          <div class="numbers">
            <Figure label={t("popup.tracks")} value={formatCount(tracks, locale)} exact={formatExact(tracks, locale)} />
            <Figure
              label={t("popup.followers")}
              missing={t("figures.not_told")}
              {...(followers !== undefined && {
                value: formatCount(followers, locale),
                exact: formatExact(followers, locale),
              })}
            />
            <RankFigure {...dashboard} />
          </div>
          {plays === 0 ? <NoPlays waiting={waiting} rules={dashboard.rules} /> : <PlaysBlock {...dashboard} />}
        </>
      )}
      <Unlocks {...dashboard} />
      {isPaired && <Sections server={view.server} />}
      <Freshness readAt={readAt} />
    </article>
  );
}
