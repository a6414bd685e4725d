import type { Session } from "@beatpass/shared/contracts";
import { insightsPath } from "@beatpass/shared/links";
import type { TrackLink } from "@beatpass/ui";
import { useQuery } from "@tanstack/preact-query";
import { Link } from "wouter-preact";
import { dashboardQuery } from "../../api/queries.ts";

/** Links a track to its insights where the reader may see them: credited on it, or an administrator (spec §5). */
export function useTrackLink(session: Session): TrackLink {
  const { data } = useQuery({ ...dashboardQuery, enabled: session.producer !== undefined });
  const own = new Set(data?.producer.artists.map(({ id }) => id));
  return ({ id, artists }, title) =>
    session.user?.admin || artists.some((artist) => own.has(artist.id)) ? (
      <Link href={insightsPath({ kind: "track", id })}>{title}</Link>
    ) : (
      title
    );
}
