import type { TrackRow } from "@beatpass/shared/contracts";
import { holdsTyped } from "../../layout/table/holds-typed.ts";
import { type Order, sortRows } from "../../layout/table/sort-rows.ts";

export const TRACK_COLUMNS = ["title", "publishedAt", "plays", "plays30d", "growthRate", "metadata"] as const;
export type TrackColumn = (typeof TRACK_COLUMNS)[number];

/** The order a column begins with: names from A, figures from the largest, metadata from what lacks most. */
export const firstOrder = (by: TrackColumn): Order<TrackColumn> => ({
  by,
  ascending: by === "title" || by === "metadata",
});

/** The tracks whose title, artists or album hold what was typed, accents and case aside, in an order. */
export function sortTracks(
  tracks: readonly TrackRow[],
  order: Order<TrackColumn>,
  typed: string,
  locale: string,
): TrackRow[] {
  const found = tracks.filter(({ title, artists, album }) =>
    holdsTyped([title, ...artists.map(({ name }) => name), album], typed),
  );
  return sortRows(found, order, (track, by) => (by === "metadata" ? track.metadataFilled : track[by]), locale);
}
