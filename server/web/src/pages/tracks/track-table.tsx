import type { TrackRow } from "@beatpass/shared/contracts";
import { insightsPath } from "@beatpass/shared/links";
import { formatDate } from "@beatpass/ui";
import { Link } from "wouter-preact";
import { type Column, DataTable } from "../../layout/table/data-table.tsx";
import { usePlaysColumns } from "../../layout/table/plays-columns.tsx";
import type { Order } from "../../layout/table/sort-rows.ts";
import { Titled } from "../../layout/titled.tsx";
import { useLanguage } from "../../settings/language.tsx";
import { Metadata } from "./metadata.tsx";
import type { TrackColumn } from "./sort-tracks.ts";

type Props = { tracks: readonly TrackRow[]; order: Order<TrackColumn>; onOrder: (by: TrackColumn) => void };

/** The catalog: plays with their trend, metadata with what is missing, the way to each track's insights. */
export function TrackTable({ tracks, order, onOrder }: Props) {
  const { locale, t } = useLanguage();
  const pathOf = ({ id }: TrackRow) => insightsPath({ kind: "track", id });
  const columns: Column<TrackRow, TrackColumn>[] = [
    {
      name: "title",
      heading: t("tracks.column.title"),
      cell: (track) => (
        <Titled {...track} image={track.image} href={pathOf(track)} more={<AlbumLink track={track} />} />
      ),
    },
    {
      name: "publishedAt",
      heading: t("tracks.column.publishedAt"),
      cell: ({ publishedAt }) => (publishedAt === undefined ? "–" : formatDate(publishedAt, locale)),
    },
    ...usePlaysColumns(),
    { name: "metadata", heading: t("tracks.column.metadata"), cell: (track) => <Metadata track={track} /> },
  ];
  return (
    <DataTable
      label={t("nav.tracks")}
      columns={columns}
      rows={tracks}
      order={order}
      onOrder={onOrder}
      insightsPath={pathOf}
    />
  );
}

function AlbumLink({ track: { album, albumId } }: { track: TrackRow }) {
  if (album === undefined || albumId === undefined) return null;
  return (
    <>
      {" · "}
      <Link href={insightsPath({ kind: "album", id: albumId })} className="quiet-link">
        <bdi>{album}</bdi>
      </Link>
    </>
  );
}
