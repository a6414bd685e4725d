import { MS_PER_DAY, SPIKE_DAYS, SPIKE_LEAST_DAYS, SPIKE_LEAST_PLAYS, spikeOver } from "@beatpass/shared/metrics";
import { sql } from "drizzle-orm";
import type { Reader } from "../db/client.ts";
import { idList, readRows } from "../db/json-rows.ts";

export type Spike = {
  track: { id: string; title: string };
  /** UTC day. */
  date: string;
  plays: number;
  /** Median of the days before. */
  usual: number;
  producers: { id: string; name: string; demo: boolean }[];
};

type Candidate = { key: number; id: string; title: string; known_from: number; day: number; plays: number };

/**
 * The spikes of today and yesterday (UTC), with whom they concern: every producer whose artist the track credits. Days
 * before daily figures begin are no days to compare with, and a day whose plays were dated by guess is no spike.
 */
export async function findSpikes(db: Reader, now: number): Promise<Spike[]> {
  const today = Math.floor(now / MS_PER_DAY);
  const candidates = await db.all<Candidate>(sql`
    SELECT t.key, t.id, t.title, max(t.published_at, coalesce(t.opening_at, 0)) AS known_from, d.day, d.plays FROM tracks t
    JOIN track_days d ON d.track_key = t.key AND d.day IN (${today - 1}, ${today}) AND d.plays >= ${SPIKE_LEAST_PLAYS}
    LEFT JOIN beatpass_tracks b ON b.track_id = t.id
    WHERE t.public AND t.removed_at IS NULL AND known_from <= ${(today - SPIKE_LEAST_DAYS) * MS_PER_DAY}
      AND d.day NOT BETWEEN coalesce(b.guessed_from, 1) AND coalesce(b.guessed_to, 0)`);
  if (candidates.length === 0) return [];
  const daysOf = await readDays(db, candidates, today);
  const producersOf = await readProducers(db, candidates);
  return candidates.flatMap(({ key, id, title, known_from, day, plays }) => {
    const first = Math.max(day - SPIKE_DAYS, Math.ceil(known_from / MS_PER_DAY));
    const before = Array.from({ length: day - first }, (_, index) => daysOf.get(key)?.get(first + index) ?? 0);
    const spike = spikeOver(plays, before);
    const producers = producersOf.get(key);
    if (!spike || !producers) return [];
    return [
      { track: { id, title }, date: new Date(day * MS_PER_DAY).toISOString().slice(0, 10), plays, ...spike, producers },
    ];
  });
}

async function readDays(db: Reader, candidates: readonly Candidate[], today: number) {
  const rows = await readRows<[key: number, day: number, plays: number]>(
    db,
    sql`track_key, day, plays`,
    sql`track_days WHERE track_key IN ${idList(candidates.map(({ key }) => key))} AND day >= ${today - SPIKE_DAYS - 1}`,
  );
  return new Map(
    [...Map.groupBy(rows, ([key]) => key)].map(([key, days]) => [
      key,
      new Map(days.map(([, day, plays]) => [day, plays])),
    ]),
  );
}

async function readProducers(db: Reader, candidates: readonly Candidate[]) {
  const rows = await readRows<[key: number, id: string, name: string, demo: number]>(
    db,
    sql`track_key, id, name, demo`,
    sql`(SELECT DISTINCT ta.track_key, p.id, p.name, p.demo FROM track_artists ta JOIN artists a ON a.id = ta.artist_id
      JOIN producers p ON p.id = a.producer_id WHERE ta.track_key IN ${idList(candidates.map(({ key }) => key))})`,
  );
  return new Map(
    [...Map.groupBy(rows, ([key]) => key)].map(([key, own]) => [
      key,
      own.map(([, id, name, demo]) => ({ id, name, demo: demo === 1 })),
    ]),
  );
}
