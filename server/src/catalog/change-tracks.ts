import { sql } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import { jsonRows } from "../db/json-rows.ts";
import { dueAchievements, type Earnings } from "../progress/index.ts";
import { applyTracks } from "./apply-tracks.ts";
import { artistsOf, type ChangeOptions } from "./change-artists.ts";
import type { TrackFact } from "./facts.ts";
import { dueForTrack } from "./pay-tracks.ts";
import { setAwards } from "./set-awards.ts";

/** Uploads, edits and removals, with what they award. A changed duration has the track's days folded anew. */
export async function changeTracks(
  tx: Tx,
  facts: readonly TrackFact[],
  due: Earnings,
  options: ChangeOptions,
): Promise<void> {
  const changes = await applyTracks(tx, facts, options.demo);
  const saved = changes.map(({ after }) => after);
  const credited = await artistsOf(tx, saved);
  await setAwards(tx, saved, credited, options.rulebook);
  for (const track of saved) due.entries.push(...dueForTrack(track, credited, options.rulebook));
  if (options.checkAchievements) due.entries.push(...(await dueAchievements(tx, claimants(credited))));
  const stale = changes.filter(({ before, after }) => before?.played && before.durationMs !== after.durationMs);
  await tx.run(sql`
    INSERT INTO stale_tracks (track_key) SELECT value ->> 0 FROM ${jsonRows(stale.map(({ after }) => [after.key]))}
    WHERE true ON CONFLICT DO NOTHING`);
}

const claimants = (credited: ReadonlyMap<string, { producerId: string | null }>): string[] => [
  ...new Set([...credited.values()].map(({ producerId }) => producerId).filter((id) => id !== null)),
];
