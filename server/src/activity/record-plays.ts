import type { Device, Platform } from "@beatpass/shared/platforms";
import { compareCodePoints, type Rulebook } from "@beatpass/shared/rules";
import { sql } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import { idList, jsonEach, jsonRows, readRows } from "../db/json-rows.ts";
import type { Earnings } from "../progress/index.ts";
import { sourceKeys } from "./source-keys.ts";

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

type Award = { producerId: string; xp: number };
type KnownTrack = { key: number; id: string; title: string; awardId: number; played: boolean; award: Award[] };
type PlayRow = readonly [sourceKey: number, eventId: string, ...rest: unknown[]];
type Options = { rulebook: Rulebook; receivedAt: number };

/**
 * Appends plays to the ledger, each (source, id) once, and adds what they pay to what their request is due (spec §2).
 * Whether a play counts and whom it pays is decided here, on arrival, and kept with it.
 * @param requests in the order of their coming; all of them are read and written by one set of statements
 */
export async function recordPlays(
  tx: Tx,
  requests: readonly PlaysDue[],
  { rulebook, receivedAt }: Options,
): Promise<RecordedPlays[]> {
  const plays = requests.flatMap((request) => request.plays);
  const sources = await sourceKeys(tx, new Set(plays.map(({ source }) => source)));
  const tracks = await readKnownTracks(tx, plays);
  const known = plays.filter(({ trackId }) => tracks.has(trackId));
  const listenerIds = new Set(known.map(({ listenerId }) => listenerId).filter((id) => id !== null));
  const listeners = await listenerKeys(tx, listenerIds);
  const ownTracks = await readOwnTracks(tx, listenerIds);
  const counted = known.map(
    ({ listenerId, bot, listenedMs, trackId }) =>
      !(listenerId !== null && ownTracks.get(listenerId)?.has(tracks.get(trackId)!.key)) &&
      !bot &&
      (listenedMs ?? Number.POSITIVE_INFINITY) >= rulebook.minimumListenMs,
  );
  const rows = known.map((play, index): PlayRow => {
    const { key, awardId } = tracks.get(play.trackId)!;
    const pays = counted[index] && rulebook.play.per === "every";
    return [
      sources.get(play.source)!,
      play.eventId,
      key,
      play.at,
      play.listenedMs,
      play.listenerId === null ? null : listeners.get(play.listenerId)!,
      play.device,
      play.platform,
      play.country,
      counted[index] ? 1 : 0,
      pays ? awardId : 0,
    ];
  });
  const isNew = await insertPlays(tx, rows, receivedAt);
  const newPlays = new Set(known.filter((_, index) => isNew[index]));
  const paying = new Set(known.filter((play, index) => counted[index] && newPlays.has(play)));
  const firstPlayed = await notePlayed(
    tx,
    [...paying].map(({ trackId }) => tracks.get(trackId)!),
  );
  return requests.map(({ plays, due }) => {
    const own = plays.filter((play) => paying.has(play)).map(({ trackId }) => tracks.get(trackId)!);
    if (rulebook.play.per === "every") payEvery(own, due);
    else payFirst(own, firstPlayed, due);
    const accepted = plays.filter((play) => newPlays.has(play)).length;
    const unknownTrack = plays.flatMap(({ trackId }, index) => (tracks.has(trackId) ? [] : [index]));
    return { accepted, duplicates: plays.length - unknownTrack.length - accepted, unknownTrack };
  });
}

async function readKnownTracks(tx: Tx, plays: readonly PlayFact[]): Promise<Map<string, KnownTrack>> {
  const ids = new Set(plays.map(({ trackId }) => trackId));
  const rows = await readRows<[string, number, string, number, number, [string, number][]]>(
    tx,
    sql`id, key, title, award_id, played, json((
      SELECT json_group_array(json_array(producer_id, xp)) FROM award_producers WHERE award_producers.award_id = tracks.award_id))`,
    sql`tracks WHERE id IN ${idList(ids)}`,
  );
  return new Map(
    rows.map(([id, key, title, awardId, played, award]) => [
      id,
      { id, key, title, awardId, played: played === 1, award: award.map(([producerId, xp]) => ({ producerId, xp })) },
    ]),
  );
}

/** The ledger's short numbers for listeners, made where they are new. */
async function listenerKeys(tx: Tx, ids: ReadonlySet<string>): Promise<Map<string, number>> {
  if (ids.size === 0) return new Map();
  const known = await readListenerKeys(tx, ids);
  if (known.size === ids.size) return known;
  const unknown = [...ids].filter((id) => !known.has(id));
  await tx.run(
    sql`INSERT INTO listeners (id) SELECT value FROM ${jsonEach(unknown)} WHERE true ON CONFLICT DO NOTHING`,
  );
  return new Map([...known, ...(await readListenerKeys(tx, unknown))]);
}

const readListenerKeys = async (tx: Tx, ids: Iterable<string>): Promise<Map<string, number>> =>
  new Map(await readRows<[string, number]>(tx, sql`id, key`, sql`listeners WHERE id IN ${idList(ids)}`));

/** The tracks on which each of these listeners is credited: their own plays of them do not count. */
async function readOwnTracks(tx: Tx, ids: ReadonlySet<string>): Promise<Map<string, Set<number>>> {
  if (ids.size === 0) return new Map();
  const rows = await readRows<[string, number]>(
    tx,
    sql`a.producer_id, c.track_key`,
    sql`artists a JOIN track_artists c ON c.artist_id = a.id WHERE a.producer_id IN ${idList(ids)}`,
  );
  return new Map(
    [...Map.groupBy(rows, ([producerId]) => producerId)].map(([id, own]) => [id, new Set(own.map(([, key]) => key))]),
  );
}

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

/** Gives those of the played tracks that had not been played before, each once. */
async function notePlayed(tx: Tx, played: readonly KnownTrack[]): Promise<Set<KnownTrack>> {
  const first = new Set(played.filter((track) => !track.played));
  if (first.size > 0) {
    await tx.run(sql`UPDATE tracks SET played = 1 WHERE key IN ${idList([...first].map(({ key }) => key))}`);
  }
  return first;
}

/** Every play pays. */
function payEvery(played: readonly KnownTrack[], due: Earnings): void {
  const plays = Map.groupBy(played, (track) => track);
  for (const [track, { length: count }] of plays) {
    const cause = causeOf(track);
    for (const { producerId, xp } of track.award) due.plays.push({ producerId, xp: xp * count, count, cause });
  }
}

/** A track's first play pays: whoever is first takes it from `firstPlayed`. */
function payFirst(played: readonly KnownTrack[], firstPlayed: Set<KnownTrack>, due: Earnings): void {
  for (const track of played) {
    if (!firstPlayed.delete(track)) continue;
    const cause = causeOf(track);
    for (const { producerId, xp } of track.award)
      due.entries.push({ producerId, reason: "play", subject: track.id, xp, cause });
  }
}

const causeOf = ({ id, title }: KnownTrack) => ({ reason: "play" as const, track: { id, name: title } });
