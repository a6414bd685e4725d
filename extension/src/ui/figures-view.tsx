import { PAGES } from "@beatpass/shared/links";
import { Figure, formatCount, formatExact, LevelRing } from "@beatpass/ui";
import browser from "webextension-polyfill";
import type { Figures, View } from "../messaging/view.ts";
import { Curve } from "./curve.tsx";
import { Freshness } from "./freshness.tsx";
import { NoTracks } from "./no-tracks.tsx";
import { PageLink } from "./page-link.tsx";
import { locale, t } from "./translate.ts";
import { Unlocks } from "./unlocks.tsx";

/** A producer's figures, readable in one glance. */
export function FiguresView({ view, figures }: { view: View; figures: Figures }) {
  const { dashboard } = figures;
  const { producer, level, title, xp, xpToNext, progress, tracks, plays, followers } = dashboard;
  const counts = [
    ["popup.tracks", tracks],
    ["popup.plays", plays],
    ["popup.followers", followers],
    ["category.points", xp],
  ] as const;
  return (
    <article class="figures">
      <header class="identity">
        <LevelRing level={level} progress={progress} locale={locale} />
        <div>
          <h1>{producer.name}</h1>
          <p>{title}</p>
          {xpToNext > 0 && <p class="muted">{t("popup.to_next", { xpToNext, next: level + 1 })}</p>}
        </div>
      </header>
      <div class="numbers">
        {counts.map(([label, count]) => (
          <Figure key={label} label={t(label)} value={formatCount(count, locale)} exact={formatExact(count, locale)} />
        ))}
      </div>
      {tracks === 0 ? <NoTracks level={level} xp={xp} /> : <Curve {...dashboard} />}
      <Unlocks {...dashboard} />
      <footer>
        <Freshness view={view} figures={figures} />
        <nav>
          <PageLink server={view.server} path={PAGES.home} class="bp-button">
            {t("popup.dashboard")}
          </PageLink>
          <button
            type="button"
            class="bp-button bp-button-quiet"
            onClick={() => void browser.runtime.openOptionsPage()}
          >
            {t("popup.options")}
          </button>
        </nav>
      </footer>
    </article>
  );
}
