import type { Rulebook } from "@beatpass/shared/rules";
import { eq } from "drizzle-orm";
import { appendFacts, type NewFact, nothingKnown, recordPlays, sourceKeys } from "../../activity/index.ts";
import {
  type ArtistFact,
  applyOpenings,
  artistsOf,
  changeArtists,
  changeTracks,
  readTracks,
  type TrackFact,
} from "../../catalog/index.ts";
import type { WriteContext } from "../../context.ts";
import type { Tx } from "../../db/client.ts";
import { beatpassConnections } from "../../db/schema/index.ts";
import { randomId } from "../../ids.ts";
import { type Earnings, noEarnings, noteQuiet, producersIn, settleXp } from "../../progress/index.ts";
import type { ArtistProfile, ReadTrack } from "./api-answers.ts";
import { creditedArtistFacts, ownArtistFact } from "./artist-facts.ts";
import { compareTotals, type Opening, saveMarks } from "./compare-totals.ts";
import { goneTracks, saveListing } from "./listings.ts";
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
    const since = connection?.lastReadAt ?? null;
    if (!connection || (since ?? 0) > reading.startedAt) return { outcome: "superseded", ...NOTHING };
    const taking: Taking = {
      reading,
      producerId: connection.producerId,
      since,
      // Nobody is told of what an unknown day brought.
      silent: since === null || reading.startedAt - since > LONGEST_KNOWN_MS,
      due: noEarnings(),
      rulebook: context.rulebook,
      receivedAt: context.clock.now(),
      sourceKey: (await sourceKeys(tx, [SOURCE])).get(SOURCE)!,
    };
    const catalog = await takeCatalog(tx, taking);
    const totals = await takeTotals(tx, taking);
    await settleXp(tx, taking.due, taking.receivedAt, taking.silent);
    if (taking.silent) await noteQuiet(tx, [connection.producerId, ...producersIn(taking.due)]);
    await noteRead(tx, connection, taking, totals.newPlays);
    return { outcome: "recorded", ...catalog, ...totals };
  });
}

/** A reading on its way into the ledger. */
type Taking = {
  reading: Reading;
  /** Who connected BeatPass. */
  producerId: string;
  /** When the reading before this one began, product time; null for the first. */
  since: number | null;
  silent: boolean;
  /** What is owed for it, filled on the way. */
  due: Earnings;
  rulebook: Rulebook;
  receivedAt: number;
  sourceKey: number;
};

/** The profile and the tracks: what of them is new, has changed or is gone. */
async function takeCatalog(
  tx: Tx,
  taking: Taking,
): Promise<Pick<ReadingSummary, "newTracks" | "changedTracks" | "gone">> {
  const { reading, due, rulebook, silent } = taking;
  const options = { rulebook, demo: false, checkAchievements: !silent };
  const artistFacts = await changedArtists(tx, taking);
  const listed = await changedTracks(tx, reading);
  const gone = await goneTracks(tx, reading);
  await saveListing(tx, reading);
  const hidden = gone.map(
    ({ id }): TrackFact => ({ trackId: id, at: reading.startedAt, kind: "updated", fields: { public: false } }),
  );
  const trackFacts = [...listed, ...hidden];
  await appendFacts(tx, [...artistFacts.map(artistEntry), ...trackFacts.map(trackEntry)], taking);
  if (artistFacts.length > 0) await changeArtists(tx, artistFacts, due, options);
  if (trackFacts.length > 0) await changeTracks(tx, trackFacts, due, options);
  return {
    newTracks: listed.filter(({ kind }) => kind === "published").length,
    changedTracks: listed.filter(({ kind }) => kind === "updated").length,
    gone: gone.map(({ title }) => title),
  };
}

async function changedArtists(tx: Tx, { reading, producerId }: Taking): Promise<ArtistFact[]> {
  const { startedAt, profile, tracks } = reading;
  const credited = tracks.flatMap((track) => track.artists?.map(({ id }) => id) ?? []);
  const known = await artistsOf(tx, [{ artistIds: [profile.id, ...credited] }]);
  const own = ownArtistFact(profile, producerId, known.get(profile.id), startedAt);
  return [...(own ? [own] : []), ...creditedArtistFacts(tracks, profile.id, known, startedAt)];
}

async function changedTracks(tx: Tx, { startedAt, profile, tracks }: Reading): Promise<TrackFact[]> {
  const ids = tracks.map(({ id }) => id);
  const known = await readTracks(tx, ids);
  return tracks.flatMap((track) => {
    const fact = trackFact(track.id, fieldsOf(track, profile.id), track.created_at, known.get(track.id), startedAt);
    return fact ? [fact] : [];
  });
}

/** The tracks' totals: what of them is an opening balance, and what are plays. */
async function takeTotals(
  tx: Tx,
  taking: Taking,
): Promise<Pick<ReadingSummary, "openingPlays" | "newPlays" | "doubts">> {
  const { reading, since, due, rulebook, receivedAt } = taking;
  const { openings, plays, marks, doubts } = await compareTotals(tx, reading.tracks, { since, at: reading.startedAt });
  await appendFacts(tx, openings.map(openingEntry), taking);
  await applyOpenings(tx, openings);
  const played = plays.map((play) => ({ ...UNKNOWN, ...play }));
  const [recorded] = await recordPlays(tx, [{ plays: played, due }], nothingKnown(), { rulebook, receivedAt });
  await saveMarks(tx, marks);
  const openingPlays = openings.reduce((sum, opening) => sum + opening.plays, 0);
  return { openingPlays, newPlays: recorded!.accepted, doubts };
}

async function noteRead(
  tx: Tx,
  { id, firstReadAt, reading: asked }: typeof beatpassConnections.$inferSelect,
  { reading, receivedAt }: Taking,
  newPlays: number,
): Promise<void> {
  await tx
    .update(beatpassConnections)
    .set({
      tokenState: "accepted",
      reading: null,
      problem: null,
      firstReadAt: firstReadAt ?? receivedAt,
      lastReadAt: reading.startedAt,
      tracks: reading.tracks.length,
      ...(asked === "renewal" && { caughtUp: newPlays }),
    })
    .where(eq(beatpassConnections.id, id));
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
