import { createTranslator } from "@beatpass/messages";
import type { Insights, Locale } from "@beatpass/shared/contracts";
import { type MetricSlug, MS_PER_DAY } from "@beatpass/shared/metrics";
import { type Change, Figure } from "../figure.tsx";
import {
  formatChange,
  formatCount,
  formatDate,
  formatDay,
  formatDecimal,
  formatExact,
  formatRange,
  formatRise,
} from "../format/index.ts";
import { MetricName } from "../metric-name.tsx";
import { averageArithmetic, growthArithmetic } from "./arithmetic.ts";

/** The period's plays with growth and trend, its peak day, its average and its downloads. */
export function PlaysFigures({ insights, locale }: { insights: Insights; locale: Locale }) {
  const t = createTranslator(locale);
  const { plays, downloads, previousRange } = insights;
  const before = formatRange(previousRange, locale);
  const growth = plays.growthRate;
  const noGrowth = notKnownFrom(previousRange.from, insights, locale) ?? t("insights.no_previous", { range: before });
  const noTrend = notKnownFrom(insights.range.from, insights, locale) ?? t(whyNoTrend(insights));
  const named = (slug: MetricSlug, name: string, numbers?: string[]) => (
    <MetricName slug={slug} locale={locale} numbers={numbers}>
      {name}
    </MetricName>
  );
  return (
    <div class="bp-figures">
      <Figure
        label={named("plays", t("insights.plays"), growthArithmetic(insights, locale))}
        value={formatCount(plays.total, locale)}
        exact={formatExact(plays.total, locale)}
        change={
          growth === undefined
            ? undefined
            : changeOf(growth, t("insights.change", { change: formatRise(growth, locale), range: before }))
        }
        hint={growth === undefined && noGrowth}
      />
      <Figure
        label={named("trend", t("insights.trend"))}
        value={plays.trend === undefined ? undefined : formatRise(plays.trend, locale)}
        exact={plays.trend === undefined ? undefined : formatChange(plays.trend, locale)}
        missing={noTrend}
        hint={plays.trend === undefined ? noTrend : t("insights.trend_hint")}
      />
      <Figure
        label={named("peak-day", t("insights.peak"))}
        value={plays.peakDay && formatDay(plays.peakDay.date, locale)}
        exact={plays.peakDay && formatDate(plays.peakDay.date, locale)}
        missing={t("insights.no_peak")}
        hint={plays.peakDay && t("insights.peak_value", { plays: plays.peakDay.plays })}
      />
      <Figure
        label={named("daily-average", t("insights.average"), averageArithmetic(insights, locale))}
        value={formatDecimal(plays.dailyAverage, locale)}
        hint={t("insights.average_hint")}
      />
      <Figure
        label={named("downloads", t("insights.downloads"))}
        missing={t("figures.not_told")}
        {...(downloads.total !== undefined && {
          value: formatCount(downloads.total, locale),
          exact: formatExact(downloads.total, locale),
        })}
      />
    </div>
  );
}

/** Why nothing is told of the days from this one on: daily figures begin on it or later, so that it is not known whole. */
function notKnownFrom(date: string, { historyStart }: Insights, locale: Locale): string | undefined {
  if (!historyStart || historyStart.date < date) return undefined;
  return createTranslator(locale)("insights.days_start", { date: formatDate(historyStart.date, locale) });
}

function whyNoTrend(insights: Insights) {
  if (insights.range.from === insights.range.to) return "insights.one_day";
  return isTooEarly(insights) ? "insights.waiting" : "insights.no_trend";
}

const TWO_WEEKS = 14 * MS_PER_DAY;

/** The first play is not two weeks old: a trend would be told too early. */
const isTooEarly = ({ firstPlayOn, asOf }: Insights): boolean =>
  firstPlayOn !== undefined && Date.parse(asOf) - Date.parse(firstPlayOn) < TWO_WEEKS;

const changeOf = (ratio: number, text: string): Change => ({
  text,
  tone: ratio > 0 ? "good" : ratio < 0 ? "bad" : "flat",
});
