import { createTranslator } from "@beatpass/messages";
import type { Locale } from "@beatpass/shared/contracts";
import { useCallback, useMemo } from "preact/hooks";
import { formatCount, formatExact } from "../format/index.ts";
import { BarChart } from "./bar-chart.tsx";
import type { BarSeries } from "./bar-series.ts";

/** A track by its age: a value per day since release, null where it is not known; it ends where the track is not that old. */
export type AgeCurve = { title: string; values: readonly (number | null)[] };

const LOOKS = [
  { colour: "accent", look: "line" },
  { colour: "second", look: "dashed" },
] as const;

/** Two tracks on one axis of days since release; one line whole, the other dashed. */
export function AgeChart({ label, curves, locale }: { label: string; curves: readonly AgeCurve[]; locale: Locale }) {
  const t = createTranslator(locale);
  const days = Math.max(...curves.map(({ values }) => values.length));
  const labels = useMemo(() => Array.from({ length: days }, (_, day) => formatExact(day, locale)), [days, locale]);
  const series = useMemo<BarSeries[]>(
    () =>
      curves.map(({ title, values }, index) => ({
        name: title,
        ...LOOKS[index % LOOKS.length]!,
        values: labels.map((_, day) => values[day] ?? null),
      })),
    [curves, labels],
  );
  const formatValue = useCallback((value: number) => formatCount(value, locale), [locale]);
  const describe = (day: number) => [
    t("compare.day", { day }),
    ...curves.map(({ title, values }) =>
      t("compare.tip", {
        title,
        plays:
          values[day] === undefined
            ? t("compare.not_yet")
            : values[day] === null
              ? t("figures.missing")
              : t("insights.peak_value", { plays: values[day] }),
      }),
    ),
  ];
  return (
    <>
      <BarChart
        label={label}
        help={t("insights.chart.help")}
        series={series}
        labels={labels}
        formatValue={formatValue}
        describe={describe}
        height={280}
      />
      <ul class="bp-legend" aria-hidden="true">
        {curves.map(({ title }, index) => (
          <li key={`${index}-${title}`}>
            <span class={`bp-legend-key bp-legend-key-${LOOKS[index % LOOKS.length]!.look}`} />
            <bdi>{title}</bdi>
          </li>
        ))}
      </ul>
      <CurvesTable label={label} curves={curves} labels={labels} locale={locale} />
    </>
  );
}

type TableProps = { label: string; curves: readonly AgeCurve[]; labels: readonly string[]; locale: Locale };

/** The same for those who do not see the chart. */
function CurvesTable({ label, curves, labels, locale }: TableProps) {
  const t = createTranslator(locale);
  return (
    <div class="bp-sr">
      <table>
        <caption>{label}</caption>
        <thead>
          <tr>
            <td />
            {curves.map(({ title }, index) => (
              <th key={`${index}-${title}`} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {labels.map((name, day) => (
            <tr key={name}>
              <th scope="row">{t("compare.day", { day })}</th>
              {curves.map(({ title, values }, index) => (
                <td key={`${index}-${title}`}>{values[day] == null ? "–" : formatExact(values[day], locale)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
