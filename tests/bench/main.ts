import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type BenchRun, createBenchRun } from "./bench-run.ts";
import { boardLatency } from "./board-latency.ts";
import { deliveries } from "./deliveries.ts";
import { eventsRate } from "./events-rate.ts";
import { freshness } from "./freshness.ts";
import { importRate } from "./import-rate.ts";
import { insightsLatency } from "./insights-latency.ts";
import type { Result } from "./measure.ts";
import { popupPaint } from "./popup-paint.ts";
import { refreshRate } from "./refresh-rate.ts";
import { serverMemory } from "./server-memory.ts";
import { siteLongTasks } from "./site-long-tasks.ts";

/** Benchmarks against their peers in the same run. Ratios count; absolute figures do not. */
const BENCHMARKS: Record<string, (folder: string, run: BenchRun) => Promise<Result[]>> = {
  import: importRate,
  events: eventsRate,
  insights: insightsLatency,
  memory: serverMemory,
  freshness,
  boards: boardLatency,
  refresh: refreshRate,
  popup: popupPaint,
  site: siteLongTasks,
  deliveries,
};

const { values } = parseArgs({
  options: { json: { type: "string" }, only: { type: "string" }, plays: { type: "string", default: "10000000" } },
});
if (values.only !== undefined && !(values.only in BENCHMARKS)) {
  console.error(`No benchmark is called "${values.only}". There are: ${Object.keys(BENCHMARKS).join(", ")}`);
  process.exit(2);
}
const plays = Number(values.plays);
if (!Number.isInteger(plays) || plays < 1) {
  console.error(`--plays: "${values.plays}" is no number of plays.`);
  process.exit(2);
}
const shared = mkdtempSync(join(tmpdir(), "beatpass-bench-"));
process.once("exit", () => rmSync(shared, { recursive: true, force: true }));
const run = createBenchRun(shared, plays);
const results: Result[] = [];
for (const [name, benchmark] of Object.entries(BENCHMARKS)) {
  if (values.only !== undefined && values.only !== name) continue;
  const folder = mkdtempSync(join(tmpdir(), "beatpass-bench-"));
  try {
    results.push(...(await benchmark(folder, run)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
console.table(
  results.map(({ name, ours, peer, unit, ratio, goal, holds }) => ({
    name,
    ours: Number(ours.toPrecision(4)),
    peer: Number(peer.toPrecision(4)),
    unit,
    ratio: Number(ratio.toPrecision(3)),
    goal,
    holds,
  })),
);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
