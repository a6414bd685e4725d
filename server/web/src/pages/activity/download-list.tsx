import type { DownloadRow } from "@beatpass/shared/contracts";
import { insightsPath } from "@beatpass/shared/links";
import { formatMoment, formatWhen, listenerName } from "@beatpass/ui";
import { useId } from "preact/hooks";
import { Link } from "wouter-preact";
import { useNow } from "../../layout/use-now.ts";
import { useLanguage } from "../../settings/language.tsx";

type Older = { isThere: boolean; isOnItsWay: boolean; isFailed: boolean; fetch: () => void };

/** The latest downloads, newest first; older ones on request. */
export function DownloadList({ rows, older }: { rows: readonly DownloadRow[]; older: Older }) {
  const { t } = useLanguage();
  const id = useId();
  return (
    <div class="download-recent">
      <h3 id={id} class="label">
        {t("activity.recent")}
      </h3>
      <table class="download-list" aria-labelledby={id}>
        <thead class="hidden-text">
          <tr>
            <th scope="col">{t("activity.column.track")}</th>
            <th scope="col">{t("activity.column.by")}</th>
            <th scope="col">{t("activity.column.at")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Row key={`${row.at}-${row.track.id}-${index}`} row={row} />
          ))}
        </tbody>
      </table>
      {older.isFailed && (
        <p class="bad" role="alert">
          {t("activity.older.failed")}
        </p>
      )}
      {older.isThere && (
        <button type="button" class="button small" disabled={older.isOnItsWay} onClick={older.fetch}>
          {t("activity.older")}
        </button>
      )}
    </div>
  );
}

function Row({ row: { track, by, at } }: { row: DownloadRow }) {
  const { locale } = useLanguage();
  const now = useNow();
  const exact = formatMoment(at, locale);
  return (
    <tr>
      <td class="download-track">
        <Link href={insightsPath({ kind: "track", id: track.id })} className="titled-title">
          <bdi>{track.title}</bdi>
        </Link>
      </td>
      <td class="muted">
        <bdi>{listenerName(by, locale)}</bdi>
      </td>
      <td class="download-when muted">
        <time dateTime={at} title={exact}>
          {formatWhen(at, locale, now)}
        </time>
      </td>
    </tr>
  );
}
