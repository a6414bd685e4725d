import { createTranslator } from "@beatpass/messages";
import type { Engagement, Locale } from "@beatpass/shared/contracts";
import { useCallback, useMemo } from "preact/hooks";
import { formatDay, formatDuration, formatPercent } from "../format/index.ts";
import { BarChart } from "./bar-chart.tsx";
import type { BarSeries } from "./bar-series.ts";

const BANDS = [
  { key: "high", colour: "good", look: "solid", holds: (rate: number) => rate >= 0.7 },
  { key: "middle", colour: "warn", look: "soft", holds: (rate: number) => rate >= 0.4 && rate < 0.7 },
  { key: "low", colour: "bad", look: "outline", holds: (rate: number) => rate < 0.4 },
] as const;

/** Round durations, in ms. */
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 18_000].map((seconds) => seconds * 1000);

type Day = Engagement["series"][number];
const isKnown = (day: Day): day is Day & { averageListenMs: number; completionRate: number } =>
  day.averageListenMs !== undefined && day.completionRate !== undefined;

export type ListenChartProps = { series: Engagement["series"]; locale: Locale; height?: number };

/**
 * Mean listened time for every day, each bar by that day's completion: filled, soft or hollow as well as coloured. Days
 * without listen times are gaps.
 */
export function ListenChart({ series, locale, height = 200 }: ListenChartProps) {
  const t = createTranslator(locale);
  const labels = useMemo(() => series.map(({ date }) => formatDay(date, locale)), [series, locale]);
  const bars = useMemo<BarSeries[]>(
    () =>
      BANDS.map(({ key, colour, look, holds }) => ({
        name: key,
        colour,
        look,
        values: series.map((day) => (isKnown(day) && holds(day.completionRate) ? day.averageListenMs : null)),
      })),
    [series],
  );
  const formatValue = useCallback((ms: number) => formatDuration(ms, locale), [locale]);
  const tell = (day: Day) =>
    isKnown(day)
      ? t("insights.listen_tip", {
          duration: formatDuration(day.averageListenMs, locale),
          rate: formatPercent(day.completionRate, locale),
        })
      : t("insights.listen_none");
  return (
    <>
      <BarChart
        label={t("insights.listen_over_time")}
        help={t("insights.chart.help")}
        series={bars}
        labels={labels}
        formatValue={formatValue}
        steps={STEPS}
        describe={(index) => [labels[index]!, tell(series[index]!)]}
        height={height}
      />
      <ul class="bp-legend" aria-hidden="true">
        {BANDS.map(({ key }) => (
          <li key={key}>
            <span class={`bp-legend-key bp-legend-listen-${key}`} />
            {t(`insights.listen_legend.${key}`)}
          </li>
        ))}
      </ul>
      <div class="bp-sr">
        <table>
          <caption>{t("insights.listen_over_time")}</caption>
          <tbody>
            {series.filter(isKnown).map((day) => (
              <tr key={day.date}>
                <th scope="row">{formatDay(day.date, locale)}</th>
                <td>{tell(day)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
