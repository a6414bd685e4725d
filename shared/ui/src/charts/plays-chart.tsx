import { createTranslator } from "@beatpass/messages";
import type { Insights, Locale } from "@beatpass/shared/contracts";
import { useCallback, useMemo } from "preact/hooks";
import { formatCount, formatDay, formatExact, formatMonth, formatRange } from "../format/index.ts";
import { BarChart } from "./bar-chart.tsx";
import type { BarSeries } from "./bar-series.ts";

export type PlaysChartProps = Pick<Insights, "range" | "previousRange"> &
  Pick<Insights["plays"], "series" | "previousSeries" | "bar"> & { locale: Locale; height?: number };

/** Plays over time, the period before as a muted shape behind; both are named and dated. */
export function PlaysChart({
  series,
  previousSeries,
  bar,
  range,
  previousRange,
  locale,
  height = 240,
}: PlaysChartProps) {
  const t = createTranslator(locale);
  const now = t("insights.chart.now", { range: formatRange(range, locale) });
  const before = t("insights.chart.before", { range: formatRange(previousRange, locale) });
  const labels = useMemo(
    () => series.map(({ date }) => (bar === "month" ? formatMonth : formatDay)(date, locale)),
    [series, bar, locale],
  );
  const bars = useMemo<BarSeries[]>(
    () => [
      {
        name: before,
        colour: "muted",
        look: "shadow",
        values: series.map((_, index) => previousSeries[index]?.plays ?? null),
      },
      { name: now, colour: "accent", look: "solid", values: series.map(({ plays }) => plays) },
    ],
    [series, previousSeries, now, before],
  );
  const formatValue = useCallback((value: number) => formatCount(value, locale), [locale]);
  const dateOf = (date: string) => {
    if (bar === "month") return formatMonth(date, locale);
    return bar === "week" ? t("insights.chart.week_of", { date: formatDay(date, locale) }) : formatDay(date, locale);
  };
  const describe = (index: number) => {
    const { date, plays } = series[index]!;
    const earlier = previousSeries[index];
    return [
      t("insights.peak_value", { plays }),
      dateOf(date),
      ...(earlier?.plays != null
        ? [t("insights.chart.tip_before", { plays: earlier.plays, date: dateOf(earlier.date) })]
        : []),
    ];
  };
  return (
    <>
      <BarChart
        label={t("insights.plays_over_time")}
        help={t("insights.chart.help")}
        series={bars}
        labels={labels}
        formatValue={formatValue}
        describe={describe}
        height={height}
      />
      <Legend now={now} before={previousSeries.some(({ plays }) => plays !== null && plays > 0) ? before : undefined} />
      <PlaysTable {...{ series, previousSeries, locale, now, before, dateOf }} />
    </>
  );
}

function Legend({ now, before }: { now: string; before: string | undefined }) {
  return (
    <ul class="bp-legend" aria-hidden="true">
      <li>
        <span class="bp-legend-key bp-legend-key-now" />
        {now}
      </li>
      {before !== undefined && (
        <li>
          <span class="bp-legend-key bp-legend-key-before" />
          {before}
        </li>
      )}
    </ul>
  );
}

type TableProps = Pick<PlaysChartProps, "series" | "previousSeries" | "locale"> & {
  now: string;
  before: string;
  dateOf: (date: string) => string;
};

/** The same for those who do not see the chart. */
function PlaysTable({ series, previousSeries, locale, now, before, dateOf }: TableProps) {
  const t = createTranslator(locale);
  return (
    <div class="bp-sr">
      <table>
        <caption>{t("insights.plays_over_time")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("insights.chart.date")}</th>
            <th scope="col">{now}</th>
            <th scope="col">{before}</th>
          </tr>
        </thead>
        <tbody>
          {series.map(({ date, plays }, index) => (
            <tr key={date}>
              <th scope="row">{dateOf(date)}</th>
              <td>{formatExact(plays, locale)}</td>
              <td>{previousSeries[index]?.plays == null ? "–" : formatExact(previousSeries[index].plays, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
