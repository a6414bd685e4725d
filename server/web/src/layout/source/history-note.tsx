import type { Dashboard } from "@beatpass/shared/contracts";
import { MS_PER_DAY } from "@beatpass/shared/metrics";
import { formatDate } from "@beatpass/ui";
import { useQuery } from "@tanstack/preact-query";
import { dashboardQuery } from "../../api/queries.ts";
import { useLanguage } from "../../settings/language.tsx";

type History = NonNullable<Dashboard["historyStart"]>;

/** Where a series begins with a wall: since when there are daily figures, and what lies before. */
export function HistoryNote({ start: { date, plays } }: { start: History }) {
  const { locale, t } = useLanguage();
  return <p class="muted history-note">{t("dash.history_starts", { date: formatDate(date, locale), plays })}</p>;
}

/** The note beside a producer's last 30 days, while daily figures begin within them. */
export function RecentHistoryNote({ of: { historyStart, plays30d, asOf } }: { of: Dashboard }) {
  if (!historyStart || Date.parse(historyStart.date) <= Date.parse(asOf) - plays30d.length * MS_PER_DAY) return null;
  return <HistoryNote start={historyStart} />;
}

/** The same above a list of the producer's, whose answer does not have it. */
export function ListHistoryNote() {
  const { data } = useQuery(dashboardQuery);
  return data ? <RecentHistoryNote of={data} /> : null;
}
