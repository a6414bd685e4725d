import type { Device, Platform } from "@beatpass/shared/platforms";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "../db/client.ts";
import { idList, readRows } from "../db/json-rows.ts";
import { countryKey, deviceKey, platformKey } from "./place-keys.ts";

/** Plays of one track and day, summed up for its roll-ups (spec §5). */
export type DayOfPlays = {
  track: number;
  day: number;
  plays: number;
  /** Plays of which it is known how much was heard, and those by the band they fall into, the skipped ones first. */
  engaged: number;
  bands: [skipped: number, partial: number, half: number, mostly: number, completed: number];
  /** Of the engaged plays; capped: each at the track's duration. */
  listenedMs: number;
  cappedMs: number;
  /** Of each play, the keys of its places (see place-keys.ts) and of its listener. */
  places: number[];
  listeners: number[];
};

/** The key that stands for all guests. */
export const GUESTS = 0;

/** Sums plays up, in the order of the roll-ups' tables, whose neighbours share a page. @param plays what follows FROM: counted plays `p` */
export async function gatherPlays(tx: Tx, plays: SQL): Promise<DayOfPlays[]> {
  const rows = await readRows<PlayRow>(
    tx,
    sql`p.track_key, CAST(floor(p.at / 86400000.0) AS INTEGER), p.listened_ms, p.device, p.platform, p.country,
      coalesce(p.listener_key, ${GUESTS})`,
    plays,
  );
  const byTrack = new Map<number, Map<number, DayOfPlays>>();
  for (const [track] of rows) if (!byTrack.has(track)) byTrack.set(track, new Map());
  const durations = await readDurations(tx, byTrack.keys());
  for (const row of rows) {
    const [track, day] = row;
    const byDay = byTrack.get(track)!;
    let sums = byDay.get(day);
    if (!sums) {
      sums = noPlays(track, day);
      byDay.set(day, sums);
    }
    addPlay(sums, row, durations.get(track)!);
  }
  return [...byTrack]
    .sort(([a], [b]) => a - b)
    .flatMap(([, byDay]) => [...byDay.values()].sort((a, b) => a.day - b.day));
}

type PlayRow = [
  track: number,
  day: number,
  listenedMs: number | null,
  device: Device | null,
  platform: Platform | null,
  country: string | null,
  listener: number,
];

const noPlays = (track: number, day: number): DayOfPlays => ({
  track,
  day,
  plays: 0,
  engaged: 0,
  bands: [0, 0, 0, 0, 0],
  listenedMs: 0,
  cappedMs: 0,
  places: [],
  listeners: [],
});

function addPlay(
  sums: DayOfPlays,
  [, , listenedMs, device, platform, country, listener]: PlayRow,
  durationMs: number | null,
): void {
  sums.plays++;
  if (listenedMs !== null && durationMs !== null && durationMs > 0) {
    const cappedMs = Math.min(listenedMs, durationMs);
    // In whole numbers, so that exactly 80 % is completed whatever the duration (spec §5).
    const band = Math.min(4, Math.floor((cappedMs * 5) / durationMs)) as 0 | 1 | 2 | 3 | 4;
    sums.engaged++;
    sums.bands[band]++;
    sums.listenedMs += listenedMs;
    sums.cappedMs += cappedMs;
  }
  if (device !== null) sums.places.push(deviceKey(device));
  if (platform !== null) sums.places.push(platformKey(platform));
  if (country !== null) sums.places.push(countryKey(country));
  sums.listeners.push(listener);
}

const readDurations = async (tx: Tx, keys: Iterable<number>): Promise<Map<number, number | null>> =>
  new Map(await readRows<[number, number | null]>(tx, sql`key, duration_ms`, sql`tracks WHERE key IN ${idList(keys)}`));
