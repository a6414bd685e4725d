import type { Activity } from "@beatpass/shared/contracts";
import { parseIsoDate } from "@beatpass/shared/metrics";
import { EmptyNote, Figure, formatDate, formatDay, formatExact, MetricName } from "@beatpass/ui";
import { useId, useMemo } from "preact/hooks";
import { useLanguage } from "../../settings/language.tsx";
import { calendarFigures } from "./calendar-weeks.ts";
import { UploadCalendar } from "./upload-calendar.tsx";

/** 53 weeks of uploads: the calendar, and what it comes to. */
export function UploadsPanel({ activity: { calendar, lastUploadOn } }: { activity: Activity }) {
  const { locale, t } = useLanguage();
  const id = useId();
  const { uploads, activeDays, busiest, longestRun } = useMemo(() => calendarFigures(calendar), [calendar]);
  if (lastUploadOn === undefined) return <NoUploads />;
  return (
    <section class="panel uploads" aria-labelledby={id}>
      <h2 id={id}>
        <MetricName slug="uploads" locale={locale}>
          {t("activity.calendar", { uploads })}
        </MetricName>
      </h2>
      <UploadCalendar calendar={calendar} />
      <div class="bp-figures">
        <Figure
          label={t("activity.active_days")}
          value={formatExact(activeDays, locale)}
          hint={t("activity.active_days.hint", { days: calendar.length })}
        />
        {busiest && busiest.uploads > 1 && (
          <Figure
            label={t("activity.busiest")}
            value={formatDay(busiest.date, locale)}
            exact={formatDate(busiest.date, locale)}
            hint={t("activity.busiest.hint", { uploads: busiest.uploads })}
          />
        )}
        <Figure
          label={t("activity.run")}
          value={t("activity.run.value", { weeks: longestRun })}
          hint={t("activity.run.hint")}
        />
        <Figure
          label={t("activity.last")}
          value={formatDay(lastUploadOn, locale)}
          exact={formatDate(lastUploadOn, locale)}
          hint={daysAgo(lastUploadOn, calendar.at(-1)!.date, locale)}
        />
      </div>
    </section>
  );
}

const daysAgo = (date: string, today: string, locale: string): string =>
  new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(
    (parseIsoDate(date) ?? 0) - (parseIsoDate(today) ?? 0),
    "day",
  );

function NoUploads() {
  const { t } = useLanguage();
  return (
    <EmptyNote
      title={t("activity.none.title")}
      body={t("dash.no_activity")}
      action={{ label: t("popup.no_tracks.button"), href: "https://open.beatpass.ca" }}
    />
  );
}
