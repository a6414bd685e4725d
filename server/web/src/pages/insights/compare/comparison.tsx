import type { ReleaseCurve } from "@beatpass/shared/contracts";
import { type AgeCurve, formatDate, formatExact, MetricName, Skeleton } from "@beatpass/ui";
import { lazy, Suspense } from "preact/compat";
import { useMemo, useState } from "preact/hooks";
import { useLanguage } from "../../../settings/language.tsx";
import { ExportButtons } from "../export/export-buttons.tsx";
import { type Curve, daysShown, VIEWS, type View, valuesOf, WINDOWS, type Window } from "./align-curves.ts";
import { compareSheet } from "./compare-sheet.ts";
import { Milestones } from "./milestones.tsx";

const AgeChart = lazy(() => import("@beatpass/ui/charts").then(({ AgeChart }) => AgeChart));

/** Both curves, the two at the same ages, and all of it as a file. */
export function Comparison({ curves: read }: { curves: readonly ReleaseCurve[] }) {
  const { locale, t } = useLanguage();
  const [view, setView] = useState<View>("cumulative");
  const [window, setWindow] = useState<Window>("both");
  const curves = useMemo<Curve[]>(
    () =>
      read.map(({ track, plays, historyStart }) => ({ title: track.title, plays, opening: historyStart?.plays ?? 0 })),
    [read],
  );
  const days = daysShown(curves, window);
  const drawn = useMemo<AgeCurve[]>(
    () => curves.map((curve) => ({ title: curve.title, values: valuesOf(curve, view).slice(0, days) })),
    [curves, view, days],
  );
  const isSameAge = daysShown(curves, "both") === daysShown(curves, "all");
  return (
    <>
      <div class="insights-tools">
        <div class="compare-choices">
          <Chips
            label={t("compare.view")}
            values={VIEWS}
            chosen={view}
            onChoose={setView}
            name={(one) => t(`compare.${one}`)}
          />
          {!isSameAge && (
            <Chips
              label={t("compare.window")}
              values={WINDOWS}
              chosen={window}
              onChoose={setWindow}
              name={(one) =>
                one === "all" ? t("compare.window.all") : t("compare.window.both", { days: daysShown(curves, "both") })
              }
            />
          )}
        </div>
        <ExportButtons
          about={fileAbout(read)}
          rows={() => compareSheet(curves, view, window, t)}
          json={{ view, days, tracks: read.map((one) => ({ ...one, plays: one.plays.slice(0, days) })) }}
        />
      </div>
      <section class="bp-panel">
        <h2 class="bp-panel-title">
          <MetricName slug="release-plays" locale={locale}>
            {t(`compare.chart.${view}`)}
          </MetricName>
        </h2>
        <Suspense fallback={<Skeleton shape="chart" />}>
          <AgeChart label={t(`compare.chart.${view}`)} curves={drawn} locale={locale} />
        </Suspense>
        <Notes curves={read} />
      </section>
      <Milestones curves={curves} format={(value) => formatExact(value, locale)} />
    </>
  );
}

/** What the curves do not show. */
function Notes({ curves }: { curves: readonly ReleaseCurve[] }) {
  const { locale, t } = useLanguage();
  return (
    <>
      {curves
        .filter(({ historyStart }) => historyStart)
        .map(({ track, historyStart }) => (
          <p key={track.id} class="bp-panel-note">
            <bdi>{track.title}</bdi>
            {locale === "fr" ? "\u00a0" : ""}:{" "}
            {t("dash.history_starts", {
              date: formatDate(historyStart!.date, locale),
              plays: historyStart!.plays,
            })}
          </p>
        ))}
      {curves
        .filter(({ earlier }) => earlier > 0)
        .map(({ track, earlier }) => (
          <p key={track.id} class="bp-panel-note">
            {t("compare.earlier", { plays: earlier, title: track.title })}
          </p>
        ))}
    </>
  );
}

/** Named for both tracks and today's date. */
function fileAbout([one, two]: readonly ReleaseCurve[]) {
  return {
    subject: {
      kind: "track" as const,
      id: one!.track.id,
      title: [one, two].map((curve) => curve!.track.title).join(" "),
    },
    range: { from: [one!.publishedOn, two!.publishedOn].sort()[0]!, to: one!.asOf.slice(0, 10) },
  };
}

function Chips<Value extends string>(props: {
  label: string;
  values: readonly Value[];
  chosen: Value;
  onChoose: (value: Value) => void;
  name: (value: Value) => string;
}) {
  const { label, values, chosen, onChoose, name } = props;
  return (
    <fieldset class="chips">
      <legend class="hidden-text">{label}</legend>
      {values.map((value) => (
        <button key={value} type="button" class="chip" aria-pressed={chosen === value} onClick={() => onChoose(value)}>
          {name(value)}
        </button>
      ))}
    </fieldset>
  );
}
