import type { Insights, Locale } from "@beatpass/shared/contracts";
import { formatExact } from "../format/index.ts";

/** Tracks with their artists and plays, most played first. */
export function TrackTable({ tracks, locale }: { tracks: NonNullable<Insights["tracks"]>; locale: Locale }) {
  return (
    <ol class="bp-shares">
      {tracks.map(({ id, title, artists, plays }) => (
        <li key={id} class="bp-share">
          <span class="bp-share-name" title={title}>
            <bdi>{title}</bdi> <span class="bp-muted">{artists.map(({ name }) => name).join(", ")}</span>
          </span>
          <span>{formatExact(plays, locale)}</span>
        </li>
      ))}
    </ol>
  );
}
