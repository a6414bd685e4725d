import type { AlbumRow } from "@beatpass/shared/contracts";
import { insightsPath } from "@beatpass/shared/links";
import { formatDate, formatExact } from "@beatpass/ui";
import { type Column, DataTable } from "../../layout/table/data-table.tsx";
import { usePlaysColumns } from "../../layout/table/plays-columns.tsx";
import type { Order } from "../../layout/table/sort-rows.ts";
import { Titled } from "../../layout/titled.tsx";
import { useLanguage } from "../../settings/language.tsx";
import type { AlbumColumn } from "./sort-albums.ts";

type Props = { albums: readonly AlbumRow[]; order: Order<AlbumColumn>; onOrder: (by: AlbumColumn) => void };

/** One row an album: its tracks, its plays with their trend, the way to its insights. */
export function AlbumTable({ albums, order, onOrder }: Props) {
  const { locale, t } = useLanguage();
  const pathOf = ({ id }: AlbumRow) => insightsPath({ kind: "album", id });
  const columns: Column<AlbumRow, AlbumColumn>[] = [
    {
      name: "title",
      heading: t("albums.column.title"),
      cell: (album) => <Titled {...album} image={album.image} href={pathOf(album)} />,
    },
    {
      name: "publishedAt",
      heading: t("albums.column.publishedAt"),
      cell: ({ lastPublishedAt }) => formatDate(lastPublishedAt, locale),
    },
    {
      name: "tracks",
      heading: t("albums.column.tracks"),
      isFigure: true,
      cell: ({ tracks }) => formatExact(tracks, locale),
    },
    ...usePlaysColumns(),
  ];
  return (
    <DataTable
      label={t("nav.albums")}
      columns={columns}
      rows={albums}
      order={order}
      onOrder={onOrder}
      insightsPath={pathOf}
    />
  );
}
