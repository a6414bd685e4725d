import { platformName, type Translate } from "@beatpass/messages";
import type { Insights, Locale } from "@beatpass/shared/contracts";
import { COMPLETION_BANDS } from "@beatpass/shared/metrics";
import { countryName, isDrawn, listenerName } from "@beatpass/ui";

/** One figure of the page; without a value where the page shows "–". */
export type SheetRow = { section: string; item: string; figure: string; value: string | number | undefined };

type Figures = readonly (readonly [figure: string, value: string | number | undefined])[];

/** Insights as they are shown, one figure a row, in the reader's language; figures unrounded, dates ISO 8601. */
export function insightsSheet(shown: Insights, locale: Locale, t: Translate): SheetRow[] {
  return [
    ...aboutRows(shown, t),
    ...playsRows(shown, t),
    ...engagementRows(shown, t),
    ...audienceRows(shown, locale, t),
  ];
}

const rowsOf = (section: string, item: string, figures: Figures): SheetRow[] =>
  figures.map(([figure, value]) => ({ section, item, figure, value }));

function aboutRows({ subject, range, previousRange, asOf }: Insights, t: Translate): SheetRow[] {
  return rowsOf(t("export.about"), t(`insights.kind.${subject.kind}`), [
    [t("export.title"), subject.title],
    [t("export.artists"), subject.artists.map(({ name }) => name).join(", ")],
    [t("export.from"), range.from],
    [t("export.to"), range.to],
    [t("export.previous_from"), previousRange.from],
    [t("export.previous_to"), previousRange.to],
    [t("export.as_of"), asOf],
  ]);
}

function playsRows({ plays, downloads }: Insights, t: Translate): SheetRow[] {
  const section = t("insights.plays_over_time");
  const bars = (series: Insights["plays"]["previousSeries"], figure: string) =>
    isDrawn(plays)
      ? series.flatMap(({ date, plays: count }) => rowsOf(section, date, [[figure, count ?? undefined]]))
      : [];
  return [
    ...rowsOf(section, "", [
      [t("insights.plays"), plays.total],
      [t("export.plays_before"), plays.previous],
      [t("export.growth"), plays.growthRate],
      [t("export.trend"), plays.trend],
    ]),
    ...rowsOf(section, plays.peakDay?.date ?? "", [[t("insights.peak"), plays.peakDay?.plays]]),
    ...rowsOf(section, "", [
      [t("insights.average"), plays.dailyAverage],
      [t("insights.downloads"), downloads.total],
    ]),
    ...bars(plays.series, t("insights.plays")),
    ...bars(plays.previousSeries, t("export.plays_before")),
  ];
}

function engagementRows({ engagement }: Insights, t: Translate): SheetRow[] {
  if (!engagement) return [];
  const isKnown = engagement.plays > 0;
  const { rating, badge, level } = engagement;
  const days = engagement.series.flatMap(({ date, averageListenMs, completionRate }) =>
    rowsOf(t("insights.listen_over_time"), date, [
      [t("export.average_ms"), averageListenMs],
      [t("export.completion"), completionRate],
    ]),
  );
  const bands = COMPLETION_BANDS.flatMap((band) =>
    rowsOf(t("insights.breakdown"), t(`insights.band.${band}`), [
      [t("insights.plays"), engagement.breakdown[band]],
      [t("export.share"), engagement.breakdown[band] / engagement.plays],
    ]),
  );
  return [
    ...rowsOf(t("insights.engagement"), "", [
      [t("export.known"), engagement.plays],
      [t("export.average_ms"), engagement.averageListenMs],
      [t("export.completion"), engagement.completionRate],
      [t("insights.completed"), isKnown ? engagement.completedListens : undefined],
      [t("export.total_ms"), isKnown ? engagement.totalListenMs : undefined],
      [t("insights.quality"), engagement.qualityScore],
    ]),
    ...(level ? rowsOf(t("insights.engagement"), t("insights.completion"), [["", t(`insights.rating.${level}`)]]) : []),
    ...(rating ? rowsOf(t("insights.engagement"), t("insights.quality"), [["", t(`insights.rating.${rating}`)]]) : []),
    ...(badge
      ? rowsOf(t("insights.engagement"), "", [["", t("insights.badge", { badge: t(`insights.badge.${badge}`) })]])
      : []),
    ...(isKnown ? [...bands, ...days] : []),
  ];
}

function audienceRows(
  { devices, platforms, locations, listeners, tracks = [] }: Insights,
  locale: Locale,
  t: Translate,
) {
  const shares = (section: string, rows: Insights["devices"], nameOf: (word: string) => string) =>
    rows.flatMap(({ name, plays, share }) =>
      rowsOf(section, nameOf(name), [
        [t("insights.plays"), plays],
        [t("export.share"), share],
      ]),
    );
  return [
    ...shares(t("insights.devices"), devices, (word) => t(`insights.device.${word as "desktop"}`)),
    ...shares(t("insights.platforms"), platforms, (word) => platformName(word, locale)),
    ...shares(t("insights.locations"), locations, (code) => countryName(code, locale)),
    ...shares(
      t("insights.listeners"),
      listeners.map((one) => ({ ...one, name: listenerName({ id: one.listenerId, name: one.name }, locale) })),
      (name) => name,
    ),
    ...tracks.flatMap(({ title, artists, plays }) =>
      rowsOf(t("insights.most_played"), [title, ...artists.map(({ name }) => name)].join(" · "), [
        [t("insights.plays"), plays],
      ]),
    ),
  ];
}
