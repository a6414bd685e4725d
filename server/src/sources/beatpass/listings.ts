import { sql } from "drizzle-orm";
import { readTracks, type SavedTrack } from "../../catalog/index.ts";
import type { Tx } from "../../db/client.ts";
import { idList, jsonEach } from "../../db/json-rows.ts";
import type { ArtistProfile, ReadTrack } from "./api-answers.ts";

/** What BeatPass lists of a connected artist. */
type Listing = { profile: Pick<ArtistProfile, "id" | "totalTracks">; tracks: readonly Pick<ReadTrack, "id">[] };

/** Whether the list is as long as the profile says: an incomplete answer hides nobody's catalog. */
const isWhole = ({ profile, tracks }: Listing): boolean => profile.totalTracks === tracks.length;

/**
 * Tracks that BeatPass listed of the artist before and lists no more, neither of this one nor, as it last said, of
 * another who is connected.
 */
export async function goneTracks(tx: Tx, listing: Listing): Promise<SavedTrack[]> {
  if (!isWhole(listing)) return [];
  const rows = await tx.all<{ id: string }>(sql`
    SELECT t.id FROM beatpass_listings l JOIN tracks t ON t.id = l.track_id
    WHERE l.artist_id = ${listing.profile.id} AND t.public AND t.removed_at IS NULL AND t.id NOT IN ${idsOf(listing)}
      AND NOT EXISTS (SELECT 1 FROM beatpass_listings o JOIN beatpass_connections c ON c.artist_id = o.artist_id
        WHERE o.track_id = l.track_id AND o.artist_id <> l.artist_id)`);
  const gone = await readTracks(
    tx,
    rows.map(({ id }) => id),
  );
  return [...gone.values()];
}

/** Keeps which tracks BeatPass lists of the artist: in place of what it listed before where the list is whole. */
export async function saveListing(tx: Tx, listing: Listing): Promise<void> {
  const { id } = listing.profile;
  if (isWhole(listing)) {
    await tx.run(sql`DELETE FROM beatpass_listings WHERE artist_id = ${id} AND track_id NOT IN ${idsOf(listing)}`);
  }
  await tx.run(sql`
    INSERT INTO beatpass_listings (artist_id, track_id)
    SELECT ${id}, value FROM ${jsonEach(listing.tracks.map(({ id }) => id))} WHERE true ON CONFLICT DO NOTHING`);
}

const idsOf = ({ tracks }: Listing) => idList(tracks.map(({ id }) => id));
