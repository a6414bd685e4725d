import type { TrackRow } from "@beatpass/shared/contracts";

export const TRACK_COLUMNS = ["title", "plays", "plays30d", "metadata"] as const;
export type TrackColumn = (typeof TRACK_COLUMNS)[number];
export type TrackOrder = { by: TrackColumn; ascending: boolean };

/** The order a column begins with: names from A, figures from the largest, metadata from what lacks most. */
export const firstOrder = (by: TrackColumn): TrackOrder => ({ by, ascending: by === "title" || by === "metadata" });

const plainText = (text: string): string =>
  text
    .normalize("NFKD")
    .replaceAll(/\p{Mn}/gu, "")
    .toLowerCase();

/** The tracks whose title, artists or album hold what was typed, accents and case aside, in an order. */
export function sortTracks(
  tracks: readonly TrackRow[],
  { by, ascending }: TrackOrder,
  typed: string,
  locale: string,
): TrackRow[] {
  const wanted = plainText(typed.trim());
  const found = tracks.filter(({ title, artists, album }) =>
    plainText([title, ...artists.map(({ name }) => name), album ?? ""].join("\n")).includes(wanted),
  );
  const names = new Intl.Collator(locale, { numeric: true });
  const compare = (a: TrackRow, b: TrackRow): number => {
    if (by === "title") return names.compare(a.title, b.title);
    if (by === "metadata") return a.metadataFilled - b.metadataFilled;
    return a[by] - b[by];
  };
  return found.sort((a, b) => (ascending ? compare(a, b) : compare(b, a)));
}
