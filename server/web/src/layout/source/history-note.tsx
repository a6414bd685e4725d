import type { HistoryStart } from "@beatpass/shared/contracts";
import { formatDate } from "@beatpass/ui";
import { useLanguage } from "../../settings/language.tsx";

/** Where a series begins with a wall: since when there are daily figures, and what lies before. */
export function HistoryNote({ start: { date, plays } }: { start: HistoryStart }) {
  const { locale, t } = useLanguage();
  return <p class="muted history-note">{t("dash.history_starts", { date: formatDate(date, locale), plays })}</p>;
}
