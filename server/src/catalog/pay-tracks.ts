import { earnsMetadataXp } from "@beatpass/shared/metrics";
import type { Rulebook } from "@beatpass/shared/rules";
import type { DueEntry } from "../progress/earnings.ts";
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
  return earners.flatMap((producerId) => {
    const base = { producerId, subject: track.id };
    const due: DueEntry[] = [
      { ...base, reason: "upload", xp: rulebook.upload, cause: { reason: "upload", track: subject } },
    ];
    if (earnsMetadataXp({ ...track, key: track.musicalKey })) {
      due.push({ ...base, reason: "metadata", xp: rulebook.metadata, cause: { reason: "metadata", track: subject } });
    }
    if (track.artistIds.length > 1) {
      const others = track.artistIds.filter((id) => artists.get(id)?.producerId !== producerId);
      const names = others.map((id) => artists.get(id)?.name).filter((name) => name !== undefined);
      due.push({
        ...base,
        reason: "collaboration",
        xp: rulebook.collaboration,
        cause: { reason: "collaboration", track: subject, others: names },
      });
    }
    return due;
  });
}

/** The producers who earn on a track, each once, however many of their profiles are credited. */
export const earnersOf = (artistIds: readonly string[], artists: ReadonlyMap<string, ArtistRow>): string[] => [
  ...new Set(artistIds.map((id) => earner(artists.get(id))).filter((id) => id !== undefined)),
];
