import { createTranslator, platformName } from "@beatpass/messages";
import type { Insights, Locale } from "@beatpass/shared/contracts";
import type { MetricSlug } from "@beatpass/shared/metrics";
import type { ComponentChildren } from "preact";
import { ListenChart, PlaysChart } from "../charts/late-charts.tsx";
import { countryFlag, countryName, formatDate, listenerName } from "../format/index.ts";
import { MetricName } from "../metric-name.tsx";
import { EmptyNote } from "../states/notes.tsx";
import { CompletionBreakdown } from "./completion-breakdown.tsx";
import { EngagementCards } from "./engagement-cards.tsx";
import { PlaysFigures } from "./plays-figures.tsx";
import { ShareList, type ShareRow } from "./share-list.tsx";
import { isDrawn, shownInsights } from "./shown-insights.ts";
import { type TrackLink, TrackTable } from "./track-table.tsx";

type InsightsViewProps = {
  insights: Insights;
  locale: Locale;
  /** For a panel of 400 px: one column, the most important first. */
  compact?: boolean;
  /** Offered where the period has no plays but another has. */
  onRangeWiden?: () => void;
  /** Makes the title of a most played track a link, where there is a page to lead to. */
  linkTrack?: TrackLink;
};

/** Everything there is to say about a track, album or artist in a period (spec §5). */
export function InsightsView({ insights: all, locale, compact = false, onRangeWiden, linkTrack }: InsightsViewProps) {
  const t = createTranslator(locale);
  const insights = shownInsights(all);
  const { plays, engagement } = insights;
  return (
    <div class={compact ? "bp-insights bp-insights-compact" : "bp-insights"}>
      <Panel title={t("insights.plays_over_time")} locale={locale}>
        <PlaysFigures insights={insights} locale={locale} />
        {plays.total === 0 && <NoPlays insights={insights} locale={locale} {...(onRangeWiden && { onRangeWiden })} />}
        {isDrawn(plays) && (
          <PlaysChart
            {...plays}
            range={insights.range}
            previousRange={insights.previousRange}
            locale={locale}
            height={compact ? 180 : 260}
          />
        )}
        {insights.historyStart && insights.range.from <= insights.historyStart.date && (
          <p class="bp-panel-note">
            {t("dash.history_starts", {
              date: formatDate(insights.historyStart.date, locale),
              plays: insights.historyStart.plays,
            })}
          </p>
        )}
      </Panel>
      {engagement && (
        <div class="bp-insights-grid bp-insights-grid-wide">
          <Panel title={t("insights.engagement")} means="engagement-badge" locale={locale}>
            <EngagementCards engagement={engagement} plays={plays.total} locale={locale} />
          </Panel>
          {engagement.plays > 0 && (
            <Panel title={t("insights.breakdown")} means="completion-breakdown" locale={locale}>
              <CompletionBreakdown breakdown={engagement.breakdown} locale={locale} />
            </Panel>
          )}
        </div>
      )}
      {engagement && engagement.plays > 0 && !compact && (
        <Panel title={t("insights.listen_over_time")} means="average-listen-duration" locale={locale}>
          <ListenChart series={engagement.series} locale={locale} />
        </Panel>
      )}
      {plays.total > 0 && <Audience insights={insights} locale={locale} />}
      {insights.tracks && insights.tracks.length > 0 && (
        <Panel title={t("insights.most_played")} means="plays" locale={locale}>
          <TrackTable tracks={insights.tracks} locale={locale} {...(linkTrack && { linkTrack })} />
        </Panel>
      )}
    </div>
  );
}

function Audience({ insights, locale }: { insights: Insights; locale: Locale }) {
  const t = createTranslator(locale);
  const rows = (shares: Insights["devices"], name: (word: string) => ComponentChildren): ShareRow[] =>
    shares.map((share) => ({ ...share, key: share.name, name: name(share.name) }));
  const listeners = insights.listeners.map((listener, index) => ({
    ...listener,
    key: `${index}-${listener.name}`,
    name: listenerName({ id: listener.listenerId, name: listener.name }, locale),
  }));
  return (
    <div class="bp-insights-grid">
      <div class="bp-insights-pair">
        <Panel title={t("insights.devices")} means="devices" locale={locale}>
          <ShareList
            rows={rows(insights.devices, (word) => t(`insights.device.${word as "desktop"}`))}
            locale={locale}
          />
        </Panel>
        <Panel title={t("insights.platforms")} means="platforms" locale={locale}>
          <ShareList rows={rows(insights.platforms, (word) => platformName(word, locale))} locale={locale} />
        </Panel>
      </div>
      <Panel title={t("insights.locations")} means="locations" locale={locale}>
        <ShareList
          rows={rows(insights.locations, (code) => (
            <>
              <span class="bp-flag" aria-hidden="true">
                {countryFlag(code)}
              </span>
              {countryName(code, locale)}
            </>
          ))}
          locale={locale}
          firstLarge
        />
      </Panel>
      <Panel title={t("insights.listeners")} means="listeners" locale={locale}>
        <ShareList rows={listeners} locale={locale} />
      </Panel>
    </div>
  );
}

function NoPlays({
  insights,
  locale,
  onRangeWiden,
}: {
  insights: Insights;
  locale: Locale;
  onRangeWiden?: () => void;
}) {
  const t = createTranslator(locale);
  // Plays of before the daily figures began are told of below: it was played.
  if (!insights.lastPlayOn)
    return insights.historyStart ? null : <p class="bp-panel-note">{t("insights.never_played")}</p>;
  return (
    <EmptyNote
      title={t("insights.no_plays.title")}
      body={t("insights.no_plays.body", { date: formatDate(insights.lastPlayOn, locale) })}
      {...(onRangeWiden && { action: { label: t("insights.widen"), onClick: onRangeWiden } })}
    />
  );
}

function Panel(props: { title: string; means?: MetricSlug; locale: Locale; children: ComponentChildren }) {
  const { title, means, locale, children } = props;
  return (
    <section class="bp-panel">
      <h2 class="bp-panel-title">
        {means ? (
          <MetricName slug={means} locale={locale}>
            {title}
          </MetricName>
        ) : (
          title
        )}
      </h2>
      {children}
    </section>
  );
}
