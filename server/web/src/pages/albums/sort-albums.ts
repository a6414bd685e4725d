import type { AlbumRow } from "@beatpass/shared/contracts";
import { type Order, sortRows } from "../../layout/table/sort-rows.ts";

export const ALBUM_COLUMNS = ["title", "publishedAt", "tracks", "plays", "plays30d", "growthRate"] as const;
export type AlbumColumn = (typeof ALBUM_COLUMNS)[number];

/** The order a column begins with: names from A, figures from the largest, the newest first. */
export const firstOrder = (by: AlbumColumn): Order<AlbumColumn> => ({ by, ascending: by === "title" });

export const sortAlbums = (albums: readonly AlbumRow[], order: Order<AlbumColumn>, locale: string): AlbumRow[] =>
  sortRows(albums, order, (album, by) => (by === "publishedAt" ? album.lastPublishedAt : album[by]), locale);
