import type { Device, Platform } from "@beatpass/shared/platforms";
import { compareCodePoints, type Rulebook } from "@beatpass/shared/rules";
import { sql } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import { idList, jsonRows, readRows } from "../db/json-rows.ts";
import type { Earnings } from "../progress/index.ts";
import { type Known, type KnownTrack, learn, learnListeners } from "./known.ts";

/** One play as the ledger takes it. Times in ms. */
export type PlayFact = {
  /** Who reported it. */
  source: string;
  eventId: string;
  trackId: string;
  at: number;
  listenedMs: number | null;
  listenerId: string | null;
  device: Device | null;
  platform: Platform | null;
  country: string | null;
  bot: boolean;
};

/** Plays of one request, and where what they pay is added. */
type PlaysDue = { plays: readonly PlayFact[]; due: Earnings };

export type RecordedPlays = {
  accepted: number;
  duplicates: number;
  /** Positions, in the given list, of plays whose track is not known. */
  unknownTrack: number[];
};

type PlayRow = readonly [sourceKey: number, eventId: string, ...rest: unknown[]];
/** A play whose track is known, and whether it counts. */
type JudgedPlay = { play: PlayFact; track: KnownTrack; counts: boolean };
type Options = {
  rulebook: Rulebook;
  receivedAt: number;
  /** Made-up plays are of made-up tracks, and no others are. */
  demo?: boolean;
};

/**
 * Appends plays to the ledger, each (source, id) once, and adds what they pay to what their request is due (spec §2).
 * Whether a play counts and whom it pays is decided here, on arrival, and kept with it.
 * @param requests in the order of their coming; all of them are read and written by one set of statements
 * @param known is added to
 */
export async function recordPlays(
  tx: Tx,
  requests: readonly PlaysDue[],
  known: Known,
  { rulebook, receivedAt, demo = false }: Options,
): Promise<RecordedPlays[]> {
  await learn(
    tx,
    known,
    requests.flatMap(({ plays }) => plays),
  );
  const taken: JudgedPlay[] = [];
  const unknownTracks = requests.map(({ plays }) => judgePlays(plays, known, { rulebook, demo }, taken));
  await learnListeners(tx, known, taken);
  const isNew = await insertPlays(
    tx,
    taken.map((judged) => rowOf(judged, known, rulebook)),
    receivedAt,
  );
  const firstPaid = await notePlayed(
    tx,
    taken.filter(({ track, counts }, index) => counts && isNew[index] && tellsMore(track)),
  );
  let at = 0;
  return requests.map(({ plays, due }, request) => {
    const unknownTrack = unknownTracks[request]!;
    const paying: KnownTrack[] = [];
    let accepted = 0;
    for (const end = at + plays.length - unknownTrack.length; at < end; at++) {
      if (!isNew[at]) continue;
      accepted++;
      if (taken[at]!.counts) paying.push(taken[at]!.track);
    }
    if (rulebook.play.per === "every") payEvery(paying, due);
    else payFirst(paying, firstPaid, due);
    return { accepted, duplicates: plays.length - unknownTrack.length - accepted, unknownTrack };
  });
}

/** Adds the plays whose track is known to `taken`; gives the positions of the others. */
function judgePlays(
  plays: readonly PlayFact[],
  known: Known,
  { rulebook, demo }: Required<Pick<Options, "rulebook" | "demo">>,
  taken: JudgedPlay[],
): number[] {
  const unknownTrack: number[] = [];
  for (const [index, play] of plays.entries()) {
    const track = known.tracks.get(play.trackId);
    if (track?.demo !== demo) {
      unknownTrack.push(index);
      continue;
    }
    const isOwn = play.listenerId !== null && known.ownTracks.get(play.listenerId)!.has(track.key);
    const isLong = play.listenedMs === null || play.listenedMs >= rulebook.minimumListenMs;
    taken.push({ play, track, counts: !isOwn && !play.bot && isLong });
  }
  return unknownTrack;
}

const rowOf = (
  { play, track, counts }: JudgedPlay,
  { sources, listeners }: Known,
  { play: pays }: Rulebook,
): PlayRow => [
  sources.get(play.source)!,
  play.eventId,
  track.key,
  play.at,
  play.listenedMs,
  play.listenerId === null ? null : listeners.get(play.listenerId)!,
  play.device,
  play.platform,
  play.country,
  counts ? 1 : 0,
  counts && pays.per === "every" ? track.awardId : 0,
];

/** Rows of one statement: a remote database takes texts of 4 MB at most, which an import in large steps would exceed. */
const INSERT_STEP = 2500;

/** (source, id) is one event, whatever its type: one that is known as something else is no play. Tells of each row whether it was new. */
async function insertPlays(tx: Tx, rows: readonly PlayRow[], receivedAt: number): Promise<boolean[]> {
  const isNoFact = (await mayBeFacts(tx, rows)) ? IS_NO_FACT : sql`true`;
  let count = 0;
  for (let start = 0; start < rows.length; start += INSERT_STEP) {
    const result = await tx.run(sql`
      INSERT INTO plays (received_at, source_key, event_id, track_key, at, listened_ms, listener_key, device, platform,
        country, counted, award_id)
      SELECT ${receivedAt}, value ->> '$[0]', value ->> '$[1]', value ->> '$[2]', value ->> '$[3]', value ->> '$[4]',
        value ->> '$[5]', value ->> '$[6]', value ->> '$[7]', value ->> '$[8]', value ->> '$[9]', value ->> '$[10]'
      FROM ${jsonRows(rows.slice(start, start + INSERT_STEP))} AS j WHERE ${isNoFact} ON CONFLICT DO NOTHING`);
    count += result.rowsAffected;
  }
  if (count === rows.length) return rows.map(() => true);
  const inserted = new Set(await lastEvents(tx, count));
  // The first of those with the same id in one batch is the one that is kept.
  return rows.map(([sourceKey, eventId]) => inserted.delete(`${sourceKey} ${eventId}`));
}

const IS_NO_FACT = sql`NOT EXISTS (
  SELECT 1 FROM activity WHERE source_key = value ->> '$[0]' AND event_id = value ->> '$[1]')`;

/** Whether any fact of these sources lies between the first and the last of these ids: mostly none does, and looking for each is spared. */
async function mayBeFacts(tx: Tx, rows: readonly PlayRow[]): Promise<boolean> {
  const spans = new Map<number, { first: string; last: string }>();
  for (const [source, id] of rows) {
    const span = spans.get(source);
    if (!span) spans.set(source, { first: id, last: id });
    else if (compareCodePoints(id, span.first) < 0) span.first = id;
    else if (compareCodePoints(id, span.last) > 0) span.last = id;
  }
  const found = await tx.all(sql`
    SELECT 1 FROM ${jsonRows([...spans].map(([source, { first, last }]) => [source, first, last]))} AS j
    WHERE EXISTS (SELECT 1 FROM activity WHERE source_key = j.value ->> 0
      AND event_id BETWEEN j.value ->> 1 AND j.value ->> 2) LIMIT 1`);
  return found.length > 0;
}

const lastEvents = async (tx: Tx, count: number): Promise<string[]> =>
  (
    await readRows<[number, string]>(
      tx,
      sql`source_key, event_id`,
      sql`(SELECT source_key, event_id FROM plays ORDER BY seq DESC LIMIT ${count})`,
    )
  ).map(([sourceKey, eventId]) => `${sourceKey} ${eventId}`);

/** A play of a private track, or of one that nobody is paid for, leaves its first paid play to come. */
const canPay = ({ awardId }: KnownTrack): boolean => awardId !== 0;

const tellsMore = (track: KnownTrack): boolean => !track.played || (!track.hasPaid && canPay(track));

/** Notes the tracks of plays that are the first to count for them, or to pay; gives those that pay now, each once. */
async function notePlayed(tx: Tx, plays: readonly JudgedPlay[]): Promise<Set<KnownTrack>> {
  const first = new Set(plays.map(({ track }) => track));
  if (first.size === 0) return first;
  await tx.run(sql`UPDATE tracks SET played = 1, has_paid = has_paid OR award_id <> 0
    WHERE key IN ${idList([...first].map(({ key }) => key))}`);
  const paid = new Set([...first].filter((track) => !track.hasPaid && canPay(track)));
  for (const track of first) track.played = true;
  for (const track of paid) track.hasPaid = true;
  return paid;
}

/** Every play pays. */
function payEvery(played: readonly KnownTrack[], due: Earnings): void {
  const plays = Map.groupBy(played, (track) => track);
  for (const [track, { length: count }] of plays) {
    const cause = causeOf(track);
    for (const { producerId, xp } of track.award) due.plays.push({ producerId, xp: xp * count, count, cause });
  }
}

/** A track's first play pays: whoever is first takes it from `firstPaid`. */
function payFirst(played: readonly KnownTrack[], firstPaid: Set<KnownTrack>, due: Earnings): void {
  for (const track of played) {
    if (!firstPaid.delete(track)) continue;
    const cause = causeOf(track);
    for (const { producerId, xp } of track.award)
      due.entries.push({ producerId, reason: "play", subject: track.id, xp, cause });
  }
}

const causeOf = ({ id, title }: KnownTrack) => ({ reason: "play" as const, track: { id, name: title } });
