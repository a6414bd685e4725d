import type { Rulebook } from "@beatpass/shared/rules";
import { eq, inArray } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import { idList } from "../db/json-rows.ts";
import { artists, trackArtists, tracks } from "../db/schema/index.ts";
import type { Earnings } from "../progress/index.ts";
import { dueAchievements } from "../progress/index.ts";
import { type ArtistRow, applyArtists, changesEarner, earner } from "./apply-artists.ts";
import { readTracks, type SavedTrack } from "./apply-tracks.ts";
import type { ArtistFact } from "./facts.ts";
import { dueForTrack } from "./pay-tracks.ts";
import { setAwards } from "./set-awards.ts";

export type ChangeOptions = {
  rulebook: Rulebook;
  demo: boolean;
  /** False for a CSV import, which checks no achievement itself (spec §4). */
  checkAchievements: boolean;
};

/**
 * Profile edits and claims. An artist who becomes eligible earns from now on and, once, what the existing tracks
 * award; past plays are not back-paid (spec §2).
 */
export async function changeArtists(
  tx: Tx,
  facts: readonly ArtistFact[],
  due: Earnings,
  options: ChangeOptions,
): Promise<void> {
  const changes = await applyArtists(tx, facts, options.demo);
  const affected = changes.filter(changesEarner);
  if (affected.length > 0) {
    const theirTracks = await tracksOf(
      tx,
      affected.map(({ after }) => after.id),
    );
    const credited = await artistsOf(tx, theirTracks);
    await setAwards(tx, theirTracks, credited, options.rulebook);
    const newEarners = new Set(affected.map(({ after }) => earner(after)).filter((id) => id !== undefined));
    for (const track of theirTracks) due.entries.push(...dueForTrack(track, credited, options.rulebook, newEarners));
  }
  if (options.checkAchievements) {
    const claimed = changes.map(({ after }) => after.producerId).filter((id) => id !== null);
    due.entries.push(...(await dueAchievements(tx, [...new Set(claimed)])));
  }
}

async function tracksOf(tx: Tx, artistIds: readonly string[]): Promise<SavedTrack[]> {
  const rows = await tx
    .selectDistinct({ id: tracks.id })
    .from(trackArtists)
    .innerJoin(tracks, eq(tracks.key, trackArtists.trackKey))
    .where(inArray(trackArtists.artistId, idList(artistIds)));
  return [
    ...(
      await readTracks(
        tx,
        rows.map(({ id }) => id),
      )
    ).values(),
  ];
}

/** The credited artists of tracks, by id. */
export async function artistsOf(tx: Tx, credited: readonly { artistIds: string[] }[]): Promise<Map<string, ArtistRow>> {
  const ids = new Set(credited.flatMap(({ artistIds }) => artistIds));
  const rows = await tx
    .select()
    .from(artists)
    .where(inArray(artists.id, idList(ids)));
  return new Map(rows.map((row) => [row.id, row]));
}
