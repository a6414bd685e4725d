import { dayOf } from "@beatpass/shared/metrics";
import type { Device, Platform } from "@beatpass/shared/platforms";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import { jsonEach, jsonRows, jsonText, readRows } from "../db/json-rows.ts";
import { type Counts, packCounts, unpackCounts } from "./packed-counts.ts";
import { countryKey, deviceKey, platformKey } from "./place-keys.ts";

/** Where the plays of one track and day came from, and whose they were. */
type Audience = { track: number; day: number; plays: number; places: Counts; listeners: Counts };

/**
 * Adds plays to the audience of their tracks and days, and to the tracks' totals.
 * @param plays what follows FROM: counted plays `p`
 */
export async function foldAudience(tx: Tx, plays: SQL): Promise<void> {
  const rows = await readRows<PlayRow>(
    tx,
    sql`p.track_key, p.at, p.device, p.platform, p.country, coalesce(p.listener_key, ${GUESTS})`,
    plays,
  );
  const audiences = gather(rows);
  await addKept(tx, audiences);
  for (const step of stepsOf(audiences)) {
    const packed = step.map(({ track, day, places, listeners }) => [track, day, hexOf(places), hexOf(listeners)]);
    await tx.run(sql`
      INSERT INTO track_day_audience (track_key, day, places, listeners)
      SELECT value ->> 0, value ->> 1, unhex(value ->> 2), unhex(value ->> 3) FROM ${jsonRows(packed)} WHERE true
      ON CONFLICT (track_key, day) DO UPDATE SET places = excluded.places, listeners = excluded.listeners`);
  }
  const totals = Map.groupBy(audiences, ({ track }) => track);
  const sums = [...totals].map(([track, days]) => [track, days.reduce((sum, { plays }) => sum + plays, 0)]);
  await tx.run(sql`
    UPDATE tracks SET plays = tracks.plays + (j.value ->> 1) FROM ${jsonRows(sums)} AS j WHERE tracks.key = j.value ->> 0`);
}

/** Rows of one statement: a remote database takes and gives texts of 4 MB at most; 1,300 listeners of one day are 8 KB of it. */
const STEP = 400;

const stepsOf = <Item>(list: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(list.length / STEP) }, (_, n) => list.slice(n * STEP, (n + 1) * STEP));

/** The key that stands for all guests. */
export const GUESTS = 0;

type PlayRow = [
  track: number,
  at: number,
  device: Device | null,
  platform: Platform | null,
  country: string | null,
  listener: number,
];

/** In the order of their table, whose neighbours share a page. */
function gather(rows: readonly PlayRow[]): Audience[] {
  const byTrack = new Map<number, Map<number, Audience>>();
  for (const [track, at, device, platform, country, listener] of rows) {
    const audience = audienceOf(byTrack, track, dayOf(at));
    audience.plays++;
    if (device !== null) add(audience.places, deviceKey(device), 1);
    if (platform !== null) add(audience.places, platformKey(platform), 1);
    if (country !== null) add(audience.places, countryKey(country), 1);
    add(audience.listeners, listener, 1);
  }
  return [...byTrack]
    .sort(([a], [b]) => a - b)
    .flatMap(([, byDay]) => [...byDay.values()].sort((a, b) => a.day - b.day));
}

function audienceOf(byTrack: Map<number, Map<number, Audience>>, track: number, day: number): Audience {
  let byDay = byTrack.get(track);
  if (!byDay) {
    byDay = new Map();
    byTrack.set(track, byDay);
  }
  let audience = byDay.get(day);
  if (!audience) {
    audience = { track, day, plays: 0, places: new Map(), listeners: new Map() };
    byDay.set(day, audience);
  }
  return audience;
}

/** Adds what is kept of them already. */
async function addKept(tx: Tx, all: readonly Audience[]): Promise<void> {
  const last = await lastDays(tx, new Set(all.map(({ track }) => track)));
  const perhaps = all.filter(({ track, day }) => day <= (last.get(track) ?? Number.NEGATIVE_INFINITY));
  for (const audiences of stepsOf(perhaps)) {
    const days = audiences.map(({ track, day }) => [track, day]);
    const kept = await readRows<[number, string, string]>(
      tx,
      sql`j.key, hex(a.places), hex(a.listeners)`,
      sql`(SELECT key, value ->> 0 AS track, value ->> 1 AS day FROM json_each(${jsonText(days)}) LIMIT -1) AS j
        CROSS JOIN track_day_audience a WHERE a.track_key = j.track AND a.day = j.day`,
    );
    for (const [index, places, listeners] of kept) {
      const audience = audiences[index]!;
      unpackCounts(Buffer.from(places, "hex"), (key, plays) => add(audience.places, key, plays));
      unpackCounts(Buffer.from(listeners, "hex"), (key, plays) => add(audience.listeners, key, plays));
    }
  }
}

/** The last day that is kept of each track: mostly plays come in the order of their days, and later ones need not be looked for. */
const lastDays = async (tx: Tx, tracks: Iterable<number>): Promise<Map<number, number>> =>
  new Map(
    await readRows<[number, number]>(
      tx,
      sql`track, day`,
      sql`(SELECT value AS track, (SELECT max(day) FROM track_day_audience WHERE track_key = value) AS day
        FROM ${jsonEach([...tracks])}) WHERE day IS NOT NULL`,
    ),
  );

function add(counts: Counts, key: number, plays: number): void {
  counts.set(key, (counts.get(key) ?? 0) + plays);
}

const hexOf = (counts: Counts): string => Buffer.from(packCounts(counts)).toString("hex");
