import { sql } from "drizzle-orm";
import type { Database, Tx } from "../db/client.ts";
import { idList, jsonEach, readRows } from "../db/json-rows.ts";
import { type Kept, keepNothing, keepWhileUnchanged } from "../db/kept.ts";
import { sourceKeys } from "./source-keys.ts";

export type KnownTrack = {
  key: number;
  id: string;
  title: string;
  awardId: number;
  demo: boolean;
  /** Whether a play has counted yet. */
  played: boolean;
  /** Whether one has come in while there was somebody to pay. */
  hasPaid: boolean;
  /** What a counted play pays, and to whom. */
  award: readonly { producerId: string; xp: number }[];
};

/** What plays are judged by: what is not in here was not asked for yet. */
export type Known = {
  /** By name. */
  sources: Map<string, number>;
  tracks: Map<string, KnownTrack>;
  /** The ledger's short numbers for listeners. */
  listeners: Map<string, number>;
  /** The keys of the tracks on which a listener is credited: their own plays of them do not count. */
  ownTracks: Map<string, ReadonlySet<number>>;
};

export const nothingKnown = (): Known => ({
  sources: new Map(),
  tracks: new Map(),
  listeners: new Map(),
  ownTracks: new Map(),
});

/** Keeps what is known from one transaction to the next. */
export const keepKnown = ({ $client }: Database): Kept<Known> =>
  ($client.protocol === "file" ? keepWhileUnchanged : keepNothing)(nothingKnown);

/** Some MB of each: what is asked for all the time is soon known again. */
const MOST_KEPT = 50_000;

/** Looks up what is not known yet of these, but for the keys of listeners; a source that is new gets its key. */
export async function learn(
  tx: Tx,
  known: Known,
  plays: readonly { source: string; trackId: string; listenerId: string | null }[],
): Promise<void> {
  for (const map of Object.values(known)) if (map.size > MOST_KEPT) map.clear();
  const sources = new Set<string>();
  const tracks = new Set<string>();
  const listeners = new Set<string>();
  for (const { source, trackId, listenerId } of plays) {
    if (!known.sources.has(source)) sources.add(source);
    if (!known.tracks.has(trackId)) tracks.add(trackId);
    if (listenerId !== null && !known.ownTracks.has(listenerId)) listeners.add(listenerId);
  }
  if (sources.size > 0) for (const [name, key] of await sourceKeys(tx, sources)) known.sources.set(name, key);
  if (tracks.size > 0) for (const track of await readTracks(tx, tracks)) known.tracks.set(track.id, track);
  if (listeners.size > 0) await learnOwnTracks(tx, known, listeners);
}

/** Gives listeners of plays that are taken their keys: one of a play that is not leaves no trace. */
export async function learnListeners(
  tx: Tx,
  { listeners }: Known,
  taken: readonly { play: { listenerId: string | null } }[],
): Promise<void> {
  const asked = new Set<string>();
  for (const { play } of taken) {
    if (play.listenerId !== null && !listeners.has(play.listenerId)) asked.add(play.listenerId);
  }
  if (asked.size === 0) return;
  await readListeners(tx, listeners, asked);
  const unknown = [...asked].filter((id) => !listeners.has(id));
  if (unknown.length === 0) return;
  await tx.run(
    sql`INSERT INTO listeners (id) SELECT value FROM ${jsonEach(unknown)} WHERE true ON CONFLICT DO NOTHING`,
  );
  await readListeners(tx, listeners, unknown);
}

async function readListeners(tx: Tx, listeners: Map<string, number>, ids: Iterable<string>): Promise<void> {
  const rows = await readRows<[string, number]>(tx, sql`id, key`, sql`listeners WHERE id IN ${idList(ids)}`);
  for (const [id, key] of rows) listeners.set(id, key);
}

async function readTracks(tx: Tx, ids: ReadonlySet<string>): Promise<KnownTrack[]> {
  const rows = await readRows<[string, number, string, number, number, number, number, [string, number][]]>(
    tx,
    sql`id, key, title, award_id, demo, played, has_paid, json((
      SELECT json_group_array(json_array(producer_id, xp)) FROM award_producers WHERE award_producers.award_id = tracks.award_id))`,
    sql`tracks WHERE id IN ${idList(ids)}`,
  );
  return rows.map(([id, key, title, awardId, demo, played, hasPaid, award]) => ({
    id,
    key,
    title,
    awardId,
    demo: demo === 1,
    played: played === 1,
    hasPaid: hasPaid === 1,
    award: award.map(([producerId, xp]) => ({ producerId, xp })),
  }));
}

const NONE: ReadonlySet<number> = new Set();

async function learnOwnTracks(tx: Tx, { ownTracks }: Known, ids: ReadonlySet<string>): Promise<void> {
  const rows = await readRows<[string, number]>(
    tx,
    sql`a.producer_id, c.track_key`,
    sql`artists a JOIN track_artists c ON c.artist_id = a.id WHERE a.producer_id IN ${idList(ids)}`,
  );
  for (const id of ids) ownTracks.set(id, NONE);
  for (const [id, own] of Map.groupBy(rows, ([producerId]) => producerId)) {
    ownTracks.set(id, new Set(own.map(([, key]) => key)));
  }
}
