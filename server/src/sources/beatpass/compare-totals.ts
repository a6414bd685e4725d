import { dayOf } from "@beatpass/shared/metrics";
import { inArray, sql } from "drizzle-orm";
import type { OpeningFact } from "../../catalog/index.ts";
import type { Tx } from "../../db/client.ts";
import { idList, jsonRows } from "../../db/json-rows.ts";
import { beatpassTracks } from "../../db/schema/index.ts";
import type { ReadTrack } from "./api-answers.ts";
import { type CountedPlay, LONGEST_KNOWN_MS, spreadPlays } from "./spread-plays.ts";

type Mark = typeof beatpassTracks.$inferSelect;
type Doubt = { trackId: string; title: string; before: number; now: number };

/** With the total that it makes up for. */
export type Opening = OpeningFact & { total: number };
export type Totals = { openings: Opening[]; plays: CountedPlay[]; marks: Mark[]; doubts: Doubt[] };

/** More than this between two readings of a track is a mistake of somebody's. */
const MOST_NEW_PLAYS = 200_000;

/**
 * What the totals of a reading say against the last one (spec §9): of a track read for the first time, plays that
 * nobody can date; of the others, new plays. A total that fell, or grew beyond belief, is doubted and changes nothing;
 * where the next reading confirms such growth, nobody can date it either.
 * @param since product time of the reading before, null for a connection's first
 */
export async function compareTotals(
  tx: Tx,
  tracks: readonly ReadTrack[],
  { since, at }: { since: number | null; at: number },
): Promise<Totals> {
  const counted = tracks.filter(({ plays }) => plays !== undefined);
  const marks = await readMarks(tx, counted);
  const held = await playsHeld(
    tx,
    counted.filter(({ id }) => !marks.has(id)),
  );
  const totals: Totals = { openings: [], plays: [], marks: [], doubts: [] };
  for (const { id, name, plays: now = 0, created_at } of counted) {
    const mark = marks.get(id);
    const isNew = since !== null && created_at !== undefined && created_at > since;
    if (!mark && !isNew) {
      // What another source has told of already is in the total, too.
      const opening = now - (held.get(id) ?? 0);
      if (opening > 0) totals.openings.push({ trackId: id, plays: opening, at, total: now });
      totals.marks.push({ ...UNREAD, trackId: id, total: now, readAt: at });
      continue;
    }
    // Published since the last reading: all of its plays came since then.
    const { total, readAt, doubted, ...guessed } = mark ?? { ...UNREAD, readAt: created_at! };
    if (now - total > MOST_NEW_PLAYS && doubted !== null && isBelievable(doubted, now)) {
      totals.openings.push({ trackId: id, plays: now - total, at, total: now });
      totals.marks.push({ ...guessed, trackId: id, total: now, readAt: at, doubted: null });
      continue;
    }
    if (!isBelievable(total, now)) {
      totals.doubts.push({ trackId: id, title: name, before: total, now });
      if (now > total) totals.marks.push({ ...guessed, trackId: id, total, readAt, doubted: now });
      continue;
    }
    totals.plays.push(...spreadPlays(id, { from: total, to: now }, { start: readAt, end: at }));
    const isGuess = now > total && at - readAt > LONGEST_KNOWN_MS;
    const days = isGuess ? { guessedFrom: dayOf(readAt), guessedTo: dayOf(at) } : guessed;
    totals.marks.push({
      trackId: id,
      total: now,
      readAt: at,
      guessedFrom: days.guessedFrom,
      guessedTo: days.guessedTo,
      doubted: null,
    });
  }
  return totals;
}

const UNREAD = { total: 0, guessedFrom: null, guessedTo: null, doubted: null };

const isBelievable = (before: number, now: number): boolean => now >= before && now - before <= MOST_NEW_PLAYS;

async function readMarks(tx: Tx, tracks: readonly ReadTrack[]): Promise<Map<string, Mark>> {
  const rows = await tx
    .select()
    .from(beatpassTracks)
    .where(inArray(beatpassTracks.trackId, idList(tracks.map(({ id }) => id))));
  return new Map(rows.map((row) => [row.trackId, row]));
}

/** Counted plays in the log of tracks that were played before BeatPass was read. */
async function playsHeld(tx: Tx, tracks: readonly ReadTrack[]): Promise<Map<string, number>> {
  const played = await tx.all<{ key: number; id: string }>(
    sql`SELECT key, id FROM tracks WHERE played AND id IN ${idList(tracks.map(({ id }) => id))}`,
  );
  if (played.length === 0) return new Map();
  const rows = await tx.all<{ id: string; plays: number }>(sql`
    SELECT t.id, count(*) AS plays FROM plays p JOIN tracks t ON t.key = p.track_key
    WHERE p.counted AND p.track_key IN ${idList(played.map(({ key }) => key))} GROUP BY p.track_key`);
  return new Map(rows.map(({ id, plays }) => [id, plays]));
}

/** Keeps what each track's last reading gave, in place of the reading before. */
export async function saveMarks(tx: Tx, marks: readonly Mark[]): Promise<void> {
  const rows = marks.map(({ trackId, total, readAt, guessedFrom, guessedTo, doubted }) => [
    trackId,
    total,
    readAt,
    guessedFrom,
    guessedTo,
    doubted,
  ]);
  await tx.run(sql`
    INSERT INTO beatpass_tracks (track_id, total, read_at, guessed_from, guessed_to, doubted)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 FROM ${jsonRows(rows)} WHERE true
    ON CONFLICT (track_id) DO UPDATE SET total = excluded.total, read_at = excluded.read_at,
      guessed_from = excluded.guessed_from, guessed_to = excluded.guessed_to, doubted = excluded.doubted`);
}
