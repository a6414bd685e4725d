import { isMessageKey, type Translate } from "@beatpass/messages";
import type { TrackRow } from "@beatpass/shared/contracts";
import { insightsPath } from "@beatpass/shared/links";
import { METADATA_FIELDS } from "@beatpass/shared/metrics";
import { formatChange, formatExact } from "@beatpass/ui";
import { Link } from "wouter-preact";
import { ChartIcon } from "../../layout/icons.tsx";
import { useLanguage } from "../../settings/language.tsx";
import { firstOrder, TRACK_COLUMNS, type TrackColumn, type TrackOrder } from "./sort-tracks.ts";

type Props = { tracks: readonly TrackRow[]; order: TrackOrder; onOrder: (order: TrackOrder) => void };

/** One row a track; on a narrow screen one card a track. */
export function CatalogTable({ tracks, order, onOrder }: Props) {
  const { t } = useLanguage();
  return (
    <table class="catalog-table">
      <thead>
        <tr>
          {TRACK_COLUMNS.map((column) => (
            <ColumnHead key={column} column={column} order={order} onOrder={onOrder} />
          ))}
          <th scope="col">
            <span class="hidden-text">{t("menu.insights")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {tracks.map((track) => (
          <Row key={track.id} track={track} />
        ))}
      </tbody>
    </table>
  );
}

function ColumnHead({ column, order, onOrder }: { column: TrackColumn } & Pick<Props, "order" | "onOrder">) {
  const { t } = useLanguage();
  const isSorted = order.by === column;
  const direction = order.ascending ? "ascending" : "descending";
  return (
    <th scope="col" class={`column-${column}`} aria-sort={isSorted ? direction : undefined}>
      <button
        type="button"
        class="column-button"
        onClick={() => onOrder(isSorted ? { ...order, ascending: !order.ascending } : firstOrder(column))}
      >
        {t(`home.column.${column}`)}
        <span class="column-arrow" aria-hidden="true">
          {isSorted ? (order.ascending ? "↑" : "↓") : ""}
        </span>
      </button>
    </th>
  );
}

function Row({ track }: { track: TrackRow }) {
  const { locale, t } = useLanguage();
  const { id, title, artists, plays, plays30d, growthRate } = track;
  const path = insightsPath({ kind: "track", id });
  return (
    <tr>
      <th scope="row" class="column-title">
        <Link href={path} className="track-title">
          <bdi>{title}</bdi>
        </Link>
        <span class="track-artists">
          {artists.map(({ id: artistId, name }, index) => (
            <span key={artistId}>
              {index > 0 && ", "}
              <bdi>{name}</bdi>
            </span>
          ))}
        </span>
      </th>
      <td class="column-plays" data-label={t("home.column.plays")}>
        {formatExact(plays, locale)}
      </td>
      <td class="column-plays30d" data-label={t("home.column.plays30d")}>
        {formatExact(plays30d, locale)} <Growth rate={growthRate} />
      </td>
      <td class="column-metadata" data-label={t("home.column.metadata")}>
        <Metadata track={track} />
      </td>
      <td class="column-insights">
        <Link href={path} className="button quiet icon-button" title={t("menu.insights")}>
          <ChartIcon />
          <span class="hidden-text">{t("home.insights_of", { track: title })}</span>
        </Link>
      </td>
    </tr>
  );
}

function Growth({ rate }: { rate: number | undefined }) {
  const { locale, t } = useLanguage();
  if (rate === undefined) {
    return (
      <span class="growth muted" title={t("home.growth.missing")}>
        –
      </span>
    );
  }
  const tone = rate > 0 ? "good" : rate < 0 ? "bad" : "muted";
  return (
    <span class={`growth ${tone}`} title={t("home.growth.hint")}>
      {formatChange(rate, locale)}
    </span>
  );
}

function Metadata({ track: { metadataFilled, missingMetadata } }: { track: TrackRow }) {
  const { locale, t } = useLanguage();
  const missing = new Intl.ListFormat(locale, { type: "unit" }).format(
    missingMetadata.map((field) => fieldName(field, t)),
  );
  const total = METADATA_FIELDS.length;
  return (
    <span class="metadata">
      <span class="metadata-dots" aria-hidden="true">
        {METADATA_FIELDS.map((field) => (
          <span key={field} class={missingMetadata.includes(field) ? "dot" : "dot filled"} />
        ))}
      </span>
      <span class="metadata-words">
        {t("home.metadata", { filled: metadataFilled, total })}
        {missing !== "" && <span class="metadata-missing">{t("home.metadata.missing", { missing })}</span>}
      </span>
    </span>
  );
}

function fieldName(field: string, t: Translate): string {
  const key = `metadata.${field}`;
  return isMessageKey(key) ? t(key) : field;
}
