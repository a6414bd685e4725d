import type { ArtistFact, ArtistRow } from "../../catalog/index.ts";
import type { ArtistProfile, ReadTrack } from "./api-answers.ts";

/**
 * The fact by which a connected artist becomes what BeatPass says; undefined where nothing differs, and what it does
 * not say stays as it is. The token is
 * BeatPass's word that the account may publish: it vouches for the profile (docs/decisions/beatpass-source.md).
 */
export function ownArtistFact(
  { id, name, bio, links, linksAreAll, memberSince }: ArtistProfile,
  producerId: string,
  known: ArtistRow | undefined,
  at: number,
): ArtistFact | undefined {
  const linkCount = linksAreAll ? links : Math.max(links, known?.linkCount ?? 0);
  const fields: Omit<ArtistFact, "artistId" | "at"> = {
    ...(known?.name !== name && { name }),
    ...(known?.producerId !== producerId && { producerId }),
    ...(!known?.vouched && { vouched: true }),
    ...(bio !== undefined && (known?.bio ?? null) !== bio && { bio }),
    ...((known?.linkCount ?? 0) !== linkCount && { linkCount }),
    // A profile of tomorrow is a mistake: see readEvent.
    ...(memberSince !== undefined && memberSince <= at && known?.createdAt == null && { createdAt: memberSince }),
  };
  return Object.keys(fields).length === 0 ? undefined : { artistId: id, at, ...fields };
}

/** Facts for the other artists whom the tracks credit: new ones, and those with another name by now. */
export function creditedArtistFacts(
  tracks: readonly ReadTrack[],
  ownArtist: string,
  known: ReadonlyMap<string, ArtistRow>,
  at: number,
): ArtistFact[] {
  const names = new Map(tracks.flatMap(({ artists = [] }) => artists.map(({ id, name }) => [id, name] as const)));
  names.delete(ownArtist);
  return [...names]
    .filter(([id, name]) => known.get(id)?.name !== name)
    .map(([artistId, name]) => ({ artistId, at, name }));
}
