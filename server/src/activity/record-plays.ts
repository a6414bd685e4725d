import type { Device, Platform } from "@beatpass/shared/platforms";
import type { Rulebook } from "@beatpass/shared/rules";
import { sql } from "drizzle-orm";
import { isbot } from "isbot";
import type { Tx } from "../db/client.ts";
import { idList, jsonEach, jsonRows, readRows } from "../db/json-rows.ts";
import type { DuePlays, Earnings } from "../progress/index.ts";

/** One play as the ledger takes it. Times in ms. */
export type PlayFact = {
  sourceKey: number;
  eventId: string;
  trackId: string;
  at: number;
  listenedMs: number | null;
  listenerId: string | null;
  device: Device | null;
  platform: Platform | null;
  country: string | null;
  userAgent: string | null;
};

export type RecordedPlays = {
  accepted: number;
  duplicates: number;
  /** Positions, in the given list, of plays whose track is not known. */
  unknownTrack: number[];
};

type KnownTrack = { key: number; id: string; title: string; awardId: number; played: boolean };

/**
 * Appends plays to the ledger, each (source, id) once, and adds what they pay to `due` (spec §2).
 * Whether a play counts and whom it pays is decided here, on arrival, and kept with it.
 */
export async function recordPlays(
  tx: Tx,
  plays: readonly PlayFact[],
  due: Earnings,
  { rulebook, receivedAt }: { rulebook: Rulebook; receivedAt: number },
): Promise<RecordedPlays> {
  const known = await readKnownTracks(tx, plays);
  const unknownTrack = plays.flatMap((play, index) => (known.has(play.trackId) ? [] : [index]));
  const accepted = unknownTrack.length === 0 ? plays : plays.filter((play) => known.has(play.trackId));
  await internListeners(tx, accepted);
  const ownTracks = await readOwnTracks(tx, accepted);
  const rows = accepted.map((play) => {
    const track = known.get(play.trackId)!;
    const counted =
      !(play.listenerId !== null && ownTracks.get(play.listenerId)?.has(track.key)) &&
      !(play.userAgent !== null && isbot(play.userAgent)) &&
      (play.listenedMs ?? Number.POSITIVE_INFINITY) >= rulebook.minimumListenMs;
    const pays = counted && rulebook.play.per === "every";
    return [
      play.sourceKey,
      play.eventId,
      track.key,
      play.at,
      play.listenedMs,
      play.listenerId,
      play.device,
      play.platform,
      play.country,
      counted ? 1 : 0,
      pays ? track.awardId : 0,
    ];
  });
  const before = await lastPlay(tx);
  const inserted = await insertPlays(tx, rows, receivedAt);
  if (inserted > 0) await payPlays(tx, before, known, due, rulebook);
  return { accepted: inserted, duplicates: accepted.length - inserted, unknownTrack };
}

async function readKnownTracks(tx: Tx, plays: readonly PlayFact[]): Promise<Map<string, KnownTrack>> {
  const ids = new Set(plays.map(({ trackId }) => trackId));
  const rows = await readRows<[string, number, string, number, number]>(
    tx,
    sql`id, key, title, award_id, played`,
    sql`tracks WHERE id IN ${idList(ids)}`,
  );
  return new Map(
    rows.map(([id, key, title, awardId, played]) => [id, { id, key, title, awardId, played: played === 1 }]),
  );
}

async function internListeners(tx: Tx, plays: readonly PlayFact[]): Promise<void> {
  const ids = listenersOf(plays);
  if (ids.size === 0) return;
  await tx.run(
    sql`INSERT INTO listeners (id) SELECT value FROM ${jsonEach([...ids])} WHERE true ON CONFLICT DO NOTHING`,
  );
}

/** The tracks on which each of these listeners is credited: their own plays of them do not count. */
async function readOwnTracks(tx: Tx, plays: readonly PlayFact[]): Promise<Map<string, Set<number>>> {
  const ids = listenersOf(plays);
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

const listenersOf = (plays: readonly PlayFact[]): Set<string> =>
  new Set(plays.map(({ listenerId }) => listenerId).filter((id) => id !== null));

async function lastPlay(tx: Tx): Promise<number> {
  const [row] = await tx.all<{ seq: number }>(sql`SELECT coalesce(max(seq), 0) AS seq FROM plays`);
  return row!.seq;
}

/** (source, id) is one event, whatever its type: one that is known as something else is no play. */
async function insertPlays(tx: Tx, rows: readonly (readonly unknown[])[], receivedAt: number): Promise<number> {
  const result = await tx.run(sql`
    INSERT INTO plays (received_at, source_key, event_id, track_key, at, listened_ms, listener_key, device, platform,
      country, counted, award_id)
    SELECT ${receivedAt}, value ->> '$[0]', value ->> '$[1]', value ->> '$[2]', value ->> '$[3]', value ->> '$[4]',
      (SELECT key FROM listeners WHERE id = value ->> '$[5]'), value ->> '$[6]', value ->> '$[7]', value ->> '$[8]',
      value ->> '$[9]', value ->> '$[10]'
    FROM ${jsonRows(rows)} AS j
    WHERE NOT EXISTS (SELECT 1 FROM activity WHERE source_key = value ->> '$[0]' AND event_id = value ->> '$[1]')
    ON CONFLICT DO NOTHING`);
  return result.rowsAffected;
}

async function payPlays(
  tx: Tx,
  after: number,
  known: ReadonlyMap<string, KnownTrack>,
  due: Earnings,
  rulebook: Rulebook,
) {
  const rows = await readRows<[number, number, number]>(
    tx,
    sql`track_key, award_id, plays`,
    sql`(SELECT track_key, award_id, count(*) AS plays FROM plays WHERE seq > ${after} AND counted GROUP BY 1, 2)`,
  );
  const counted = rows.map(([track_key, award_id, plays]) => ({ track_key, award_id, plays }));
  const byKey = new Map([...known.values()].map((track) => [track.key, track]));
  const firstPlayed = counted.map(({ track_key }) => byKey.get(track_key)!).filter(({ played }) => !played);
  if (firstPlayed.length > 0)
    await tx.run(sql`UPDATE tracks SET played = 1 WHERE key IN ${idList(firstPlayed.map(({ key }) => key))}`);
  const paying =
    rulebook.play.per === "every"
      ? counted
      : firstPlayed.map(({ key, awardId }) => ({ track_key: key, award_id: awardId, plays: 1 }));
  const members = await readAwards(
    tx,
    paying.map(({ award_id }) => award_id),
  );
  for (const { track_key, award_id, plays } of paying) {
    const { id, title } = byKey.get(track_key)!;
    const cause = { reason: "play" as const, track: { id, name: title } };
    for (const { producerId, xp } of members.get(award_id) ?? []) {
      if (rulebook.play.per === "every")
        due.plays.push({ producerId, xp: xp * plays, count: plays, cause } satisfies DuePlays);
      else due.entries.push({ producerId, reason: "play", subject: id, xp, cause });
    }
  }
}

async function readAwards(tx: Tx, ids: readonly number[]): Promise<Map<number, { producerId: string; xp: number }[]>> {
  const rows = await readRows<[number, string, number]>(
    tx,
    sql`award_id, producer_id, xp`,
    sql`award_producers WHERE award_id IN ${idList(new Set(ids))}`,
  );
  return new Map(
    [...Map.groupBy(rows, ([awardId]) => awardId)].map(([id, members]) => [
      id,
      members.map(([, producerId, xp]) => ({ producerId, xp })),
    ]),
  );
}
