import { join } from "node:path";
import type { WriteContext } from "@beatpass/server/context.ts";
import { foldRollups } from "@beatpass/server/insights/index.ts";
import { readInsights } from "@beatpass/server/insights/read-insights.ts";
import { openBare } from "./bare-database.ts";
import { atMost, percentile, type Result, timed } from "./measure.ts";
import { importPlays, NOW, openOurs, playFacts } from "./our-database.ts";
import { makePlays } from "./play-rows.ts";

const SMALL = 30_000;
const LARGE = 300_000;
const READS = 60;
const ADMIN = { kind: "key", keyId: "", scope: "admin", producerId: undefined, sources: [], trusted: false } as const;

/** Insights of a track over a year: ten times the plays against the small log, and against the same sums on the raw log. */
export async function insightsLatency(folder: string): Promise<Result[]> {
  const context = await openOurs(folder);
  const rows = makePlays(LARGE, NOW);
  const facts = await playFacts(context, rows);
  await importPlays(context, facts.slice(0, SMALL));
  await foldRollups(context);
  const small = await p95(() => read(context));
  for (let start = SMALL; start < LARGE; start += 50_000) {
    await importPlays(context, facts.slice(start, start + 50_000));
    await foldRollups(context);
  }
  const bare = openBare(join(folder, "raw.db"));
  bare.insertAll(rows);
  bare.db.exec("CREATE INDEX plays_track ON plays (track, at)");
  const raw = bare.db.prepare(`
    SELECT date(at / 1000, 'unixepoch') AS day, platform, country, listener, count(*), sum(listened_ms),
      sum(min(listened_ms, 180000)), sum(listened_ms >= 144000) FROM plays
    WHERE track = ? AND at >= ? GROUP BY 1, 2, 3, 4`);
  const since = NOW - 365 * 86_400_000;
  const large = await p95(() => read(context));
  const peer = await p95(() => raw.all(busiest(), since));
  context.db.$client.close();
  bare.db.close();
  return [
    atMost(`track insights, a year, ${LARGE} plays against ${SMALL}`, large, small, "ms p95", 1.5),
    atMost("track insights against the same sums on the raw log", large, peer, "ms p95", 1),
  ];
}

let turn = 0;
/** The tracks with most plays, in turn. */
const busiest = (): string => `t${turn++ % 10}`;

const read = (context: WriteContext) =>
  readInsights(context, ADMIN, { kind: "track", id: busiest() }, { from: "2025-11-01", to: "2026-10-31" });

async function p95(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < READS; n++) times.push(await timed(work));
  return percentile(times, 0.95);
}
