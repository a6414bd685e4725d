import { eq, sql } from "drizzle-orm";
import { appendFacts, type NewFact, nothingKnown, recordPlays, sourceKeys } from "../../activity/index.ts";
import {
  type ArtistFact,
  applyOpenings,
  artistsOf,
  changeArtists,
  changeTracks,
  readTracks,
  type SavedTrack,
  type TrackFact,
} from "../../catalog/index.ts";
import type { WriteContext } from "../../context.ts";
import type { Tx } from "../../db/client.ts";
import { idList, jsonEach } from "../../db/json-rows.ts";
import { beatpassConnections } from "../../db/schema/index.ts";
import { randomId } from "../../ids.ts";
import { noEarnings, noteQuiet, producersIn, settleXp } from "../../progress/index.ts";
import type { ArtistProfile, ReadTrack } from "./api-answers.ts";
import { creditedArtistFacts, ownArtistFact } from "./artist-facts.ts";
import { compareTotals, type Opening, saveMarks } from "./compare-totals.ts";
import { SOURCE } from "./source.ts";
import { LONGEST_KNOWN_MS } from "./spread-plays.ts";
import { fieldsOf, trackFact } from "./track-facts.ts";

export type Reading = {
  connectionId: string;
  /** Product time at which the reading began. */
  startedAt: number;
  profile: ArtistProfile;
  tracks: readonly ReadTrack[];
};

export type ReadingSummary = {
  /** superseded: the connection is gone or has another token, or a later reading was quicker. Nothing was kept. */
  outcome: "recorded" | "superseded";
  newTracks: number;
  changedTracks: number;
  /** Titles of tracks that BeatPass lists no more. */
  gone: string[];
  openingPlays: number;
  newPlays: number;
  /** Totals that cannot be believed; they changed nothing. */
  doubts: { trackId: string; title: string; before: number; now: number }[];
};

const NOTHING = { newTracks: 0, changedTracks: 0, gone: [], openingPlays: 0, newPlays: 0, doubts: [] };

/**
 * Takes a complete reading of a connected producer's own data into the ledger, in one transaction: profile, new and
 * changed tracks, totals. A connection's first reading is an opening balance and announces nothing; later ones bring the
 * plays by which totals grew (spec §9). The same reading again changes nothing.
 */
export async function recordReading(context: WriteContext, reading: Reading): Promise<ReadingSummary> {
  return context.write(async (tx) => {
    const [connection] = await tx
      .select()
      .from(beatpassConnections)
      .where(eq(beatpassConnections.id, reading.connectionId));
    if (!connection || (connection.lastReadAt ?? 0) > reading.startedAt) return { outcome: "superseded", ...NOTHING };
    const { startedAt: at, profile, tracks } = reading;
    const since = connection.lastReadAt;
    // Nobody is told of what an unknown day brought.
    const silent = since === null || at - since > LONGEST_KNOWN_MS;
    const due = noEarnings();
    const receivedAt = context.clock.now();
    const sourceKey = (await sourceKeys(tx, [SOURCE])).get(SOURCE)!;
    const options = { rulebook: context.rulebook, demo: false, checkAchievements: !silent };

    const artists = await artistsOf(tx, [
      { artistIds: [profile.id, ...tracks.flatMap((track) => track.artists?.map(({ id }) => id) ?? [])] },
    ]);
    const own = ownArtistFact(profile, connection.producerId, artists.get(profile.id), at);
    const artistFacts = [...(own ? [own] : []), ...creditedArtistFacts(tracks, profile.id, artists, at)];
    const known = await readTracks(
      tx,
      tracks.map(({ id }) => id),
    );
    const listed = tracks.flatMap((track) => {
      const fact = trackFact(track.id, fieldsOf(track, profile.id), track.created_at, known.get(track.id), at);
      return fact ? [fact] : [];
    });
    const gone = await goneTracks(tx, reading);
    await saveListing(tx, reading);
    const hidden = gone.map(({ id }): TrackFact => ({ trackId: id, at, kind: "updated", fields: { public: false } }));
    const trackFacts = [...listed, ...hidden];
    await appendFacts(tx, [...artistFacts.map(artistEntry), ...trackFacts.map(trackEntry)], { sourceKey, receivedAt });
    if (artistFacts.length > 0) await changeArtists(tx, artistFacts, due, options);
    if (trackFacts.length > 0) await changeTracks(tx, trackFacts, due, options);

    const totals = await compareTotals(tx, tracks, { since, at });
    await appendFacts(tx, totals.openings.map(openingEntry), { sourceKey, receivedAt });
    await applyOpenings(tx, totals.openings);
    const plays = totals.plays.map((play) => ({ ...UNKNOWN, ...play }));
    const [recorded] = await recordPlays(tx, [{ plays, due }], nothingKnown(), {
      rulebook: context.rulebook,
      receivedAt,
    });
    await saveMarks(tx, totals.marks);
    await settleXp(tx, due, receivedAt, silent);
    if (silent) await noteQuiet(tx, [connection.producerId, ...producersIn(due)]);
    await tx
      .update(beatpassConnections)
      .set({
        tokenState: "accepted",
        reading: null,
        problem: null,
        firstReadAt: connection.firstReadAt ?? receivedAt,
        lastReadAt: at,
        tracks: tracks.length,
        ...(connection.reading === "renewal" && { caughtUp: recorded!.accepted }),
      })
      .where(eq(beatpassConnections.id, connection.id));
    return {
      outcome: "recorded",
      newTracks: listed.filter(({ kind }) => kind === "published").length,
      changedTracks: listed.filter(({ kind }) => kind === "updated").length,
      gone: gone.map(({ title }) => title),
      openingPlays: totals.openings.reduce((sum, opening) => sum + opening.plays, 0),
      newPlays: recorded!.accepted,
      doubts: totals.doubts,
    };
  });
}

/** BeatPass tells how often, and nothing else of a play. */
const UNKNOWN = {
  source: SOURCE,
  listenedMs: null,
  listenerId: null,
  device: null,
  platform: null,
  country: null,
  bot: false,
};

/** What changed is found by comparing, in the transaction that keeps it: an edit needs no id that can be found again. */
const artistEntry = (fact: ArtistFact): NewFact => ({
  eventId: randomId(),
  type: "ca.beatpass.artist.updated",
  entry: { kind: "artist", fact },
});

const trackEntry = (fact: TrackFact): NewFact => ({
  eventId: randomId(),
  type: fact.kind === "published" ? "ca.beatpass.track.published" : "ca.beatpass.track.updated",
  entry: { kind: "track", fact },
});

const openingEntry = ({ total, ...fact }: Opening): NewFact => ({
  eventId: `opening/${fact.trackId}/${total}`,
  type: "ca.beatpass.track.opening",
  entry: { kind: "opening", fact },
});

/** Whether the list is as long as the profile says: an incomplete answer hides nobody's catalog. */
const isWhole = ({ profile, tracks }: Reading): boolean => profile.totalTracks === tracks.length;

/**
 * Tracks that BeatPass listed of the artist before and lists no more, neither of this one nor, as it last said, of
 * another who is connected.
 */
async function goneTracks(tx: Tx, reading: Reading): Promise<SavedTrack[]> {
  if (!isWhole(reading)) return [];
  const rows = await tx.all<{ id: string }>(sql`
    SELECT t.id FROM beatpass_listings l JOIN tracks t ON t.id = l.track_id
    WHERE l.artist_id = ${reading.profile.id} AND t.public AND t.removed_at IS NULL AND t.id NOT IN ${idsOf(reading)}
      AND NOT EXISTS (SELECT 1 FROM beatpass_listings o JOIN beatpass_connections c ON c.artist_id = o.artist_id
        WHERE o.track_id = l.track_id AND o.artist_id <> l.artist_id)`);
  const gone = await readTracks(
    tx,
    rows.map(({ id }) => id),
  );
  return [...gone.values()];
}

async function saveListing(tx: Tx, reading: Reading): Promise<void> {
  const { id } = reading.profile;
  if (isWhole(reading)) {
    await tx.run(sql`DELETE FROM beatpass_listings WHERE artist_id = ${id} AND track_id NOT IN ${idsOf(reading)}`);
  }
  await tx.run(sql`
    INSERT INTO beatpass_listings (artist_id, track_id)
    SELECT ${id}, value FROM ${jsonEach(reading.tracks.map(({ id }) => id))} WHERE true ON CONFLICT DO NOTHING`);
}

const idsOf = ({ tracks }: Reading) => idList(tracks.map(({ id }) => id));
