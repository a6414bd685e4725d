import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { WriteContext } from "@beatpass/server/context.ts";
import { readInsights } from "@beatpass/server/insights/read-insights.ts";
import type { SubjectRef } from "@beatpass/shared/links";
import type { BenchRun } from "./bench-run.ts";
import { checkDatabase, growDatabase } from "./grown-database.ts";
import { atLeast, atMost, percentile, type Result, timed } from "./measure.ts";
import { openContext } from "./open-context.ts";
import { NOW } from "./our-database.ts";
import { TRACKS } from "./play-rows.ts";
import { openDuckdb, openRawSqlite, rawInsights, runAll } from "./raw-logs.ts";

const SMALL = 100_000;
const ROUNDS = 60;
const WARM_UP = 5;
const YEAR = { from: "2025-11-01", to: "2026-10-31" };
const ARTISTS = 1000;
const ADMIN = { seesAll: true };

/** Which tracks are asked for, the same ones of every peer. */
const SAMPLES = {
  "tracks all over the catalog": (round: number) => ((round * (TRACKS / ROUNDS) + 7) % TRACKS) | 0,
  "the ten busiest tracks": (round: number) => round % 10,
};

/** So that a track has as many plays as it has among all of them, by the same number of listeners. */
const tracksFor = (plays: number): number => Math.ceil((TRACKS * SMALL) / plays);

/** Insights of tracks over a year and of artists over all time, against fewer plays and against raw logs of the same plays. */
export async function insightsLatency(folder: string, run: BenchRun): Promise<Result[]> {
  mkdirSync(join(folder, "small"));
  const small = await growDatabase(join(folder, "small"), SMALL);
  await checkDatabase(small);
  mkdirSync(join(folder, "few-tracks"));
  const fewTracks = await growDatabase(join(folder, "few-tracks"), SMALL, tracksFor(run.plays));
  const large = await openContext(await run.largeDatabase());
  const sqlite = openRawSqlite(join(folder, "raw.db"), run.plays);
  const duckdb = await openDuckdb(join(folder, "raw.duckdb"), run.plays);
  const since = Date.parse(YEAR.from);
  const results: Result[] = [];
  for (const [name, trackAt] of Object.entries(SAMPLES)) {
    const subject = (round: number): SubjectRef => ({ kind: "track", id: `t${trackAt(round)}` });
    const queries = (round: number) => rawInsights(`(${trackAt(round)})`, since, NOW);
    const times = await inTurns({
      ours: (round) => read(large, subject(round)),
      small: (round) => read(small, subject(round)),
      sqlite: (round) => runAll(sqlite, queries(round)),
      duckdb: (round) => runAll(duckdb, queries(round)),
    });
    const what = `insights of ${name}, a year, ${run.plays} plays`;
    results.push(
      atMost(`${what}, against ${SMALL} plays`, times.ours, times.small, "ms p95", 1.5),
      atLeast(`${what}, speed against SQL on the raw log`, 1000 / times.ours, 1000 / times.sqlite, "reads/s p95", 50),
      atMost(`${what}, against DuckDB`, times.ours, times.duckdb, "ms p95", 1),
    );
  }
  const trackAt = SAMPLES["tracks all over the catalog"];
  const asPlayed = await inTurns({
    ours: (round) => read(large, { kind: "track", id: `t${trackAt(round)}` }),
    fewTracks: (round) =>
      read(fewTracks, { kind: "track", id: `t${Math.floor((trackAt(round) * tracksFor(run.plays)) / TRACKS)}` }),
  });
  results.push(
    atMost(
      `insights of tracks played as much, a year, ${run.plays} plays, against ${SMALL} of ${tracksFor(run.plays)} tracks`,
      asPlayed.ours,
      asPlayed.fewTracks,
      "ms p95",
      1.5,
    ),
  );
  const artist = (round: number) => (round * (ARTISTS / ROUNDS)) | 0;
  const times = await inTurns({
    ours: (round) => read(large, { kind: "artist", id: `a${artist(round)}` }),
    duckdb: (round) => runAll(duckdb, rawInsights(tracksOf(artist(round)), since, NOW)),
  });
  results.push(
    atMost(`insights of artists, all time, ${run.plays} plays, against DuckDB`, times.ours, times.duckdb, "ms p95", 1),
  );
  small.db.$client.close();
  fewTracks.db.$client.close();
  large.db.$client.close();
  sqlite.close();
  duckdb.close();
  return results;
}

const tracksOf = (artist: number): string =>
  `(${Array.from({ length: TRACKS / ARTISTS }, (_, n) => artist + n * ARTISTS).join(", ")})`;

const read = (context: WriteContext, subject: SubjectRef) => readInsights(context, ADMIN, subject, YEAR);

/** p95 of each in ms, taken in turns, so that all meet the same machine. */
async function inTurns<Name extends string>(
  work: Record<Name, (round: number) => unknown>,
): Promise<Record<Name, number>> {
  const names = Object.keys(work) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const name of names) {
      const ms = await timed(() => work[name](Math.max(round, 0)));
      if (round >= 0) times[name].push(ms);
    }
  }
  return Object.fromEntries(names.map((name) => [name, percentile(times[name], 0.95)])) as Record<Name, number>;
}
