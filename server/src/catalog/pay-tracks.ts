import { type Rulebook, trackAwards } from "@beatpass/shared/rules";
import type { DueEntry } from "../progress/index.ts";
import type { ArtistRow } from "./apply-artists.ts";
import { earner } from "./apply-artists.ts";
import type { SavedTrack } from "./apply-tracks.ts";

/**
 * What a public track owes to the producers of its eligible artists: upload, metadata, collaboration (spec §2).
 * Each is paid once by its key, so that this may be asked again after any change.
 * @param only the producers to pay, where only some are due
 */
export function dueForTrack(
  track: SavedTrack,
  artists: ReadonlyMap<string, ArtistRow>,
  rulebook: Rulebook,
  only?: ReadonlySet<string>,
): DueEntry[] {
  if (!track.public || track.removedAt !== null) return [];
  const subject = { id: track.id, name: track.title };
  const earners = earnersOf(track.artistIds, artists).filter((producerId) => only?.has(producerId) ?? true);
  const awards = trackAwards(rulebook, { ...track, key: track.musicalKey }, track.artistIds.length);
  return earners.flatMap((producerId) =>
    awards.map(({ source, xp }): DueEntry => {
      const base = { producerId, subject: track.id, xp };
      if (source !== "collaboration") return { ...base, reason: source, cause: { reason: source, track: subject } };
      return {
        ...base,
        reason: source,
        cause: { reason: source, track: subject, others: otherNames(track, artists, producerId) },
      };
    }),
  );
}

function otherNames(track: SavedTrack, artists: ReadonlyMap<string, ArtistRow>, producerId: string): string[] {
  const others = track.artistIds.map((id) => artists.get(id)).filter((artist) => artist?.producerId !== producerId);
  return others.map((artist) => artist?.name).filter((name) => name !== undefined);
}

/** The producers who earn on a track, each once, however many of their profiles are credited. */
export const earnersOf = (artistIds: readonly string[], artists: ReadonlyMap<string, ArtistRow>): string[] => [
  ...new Set(artistIds.map((id) => earner(artists.get(id))).filter((id) => id !== undefined)),
];
