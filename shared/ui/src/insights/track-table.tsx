import type { Insights, Locale } from "@beatpass/shared/contracts";
import type { ComponentChildren } from "preact";
import { formatExact } from "../format/index.ts";

type Track = NonNullable<Insights["tracks"]>[number];
export type TrackLink = (track: Track, title: ComponentChildren) => ComponentChildren;

/** Tracks with their artists and plays, most played first. */
export function TrackTable(props: { tracks: readonly Track[]; locale: Locale; linkTrack?: TrackLink }) {
  const { tracks, locale, linkTrack = (_, title) => title } = props;
  const most = Math.max(...tracks.map(({ plays }) => plays), 1);
  return (
    <ol class="bp-shares bp-tracks">
      {tracks.map((track) => (
        <li key={track.id} class="bp-share">
          <span class="bp-share-name" title={track.title}>
            {linkTrack(track, <bdi>{track.title}</bdi>)}{" "}
            <span class="bp-muted">{track.artists.map(({ name }) => name).join(", ")}</span>
          </span>
          <span>{formatExact(track.plays, locale)}</span>
          <span class="bp-share-bar" aria-hidden="true">
            <span class="bp-share-fill" style={{ width: `${Math.max((track.plays / most) * 100, 1)}%` }} />
          </span>
        </li>
      ))}
    </ol>
  );
}
