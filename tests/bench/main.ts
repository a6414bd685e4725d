import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { eventsRate } from "./events-rate.ts";
import { importRate } from "./import-rate.ts";
import { insightsLatency } from "./insights-latency.ts";
import type { Result } from "./measure.ts";

/** Benchmarks against their peers in the same run (contract: npm run bench). Ratios count; absolute figures do not. */
const BENCHMARKS: Record<string, (folder: string) => Promise<Result[]>> = {
  import: importRate,
  events: eventsRate,
  insights: insightsLatency,
};

const { values } = parseArgs({ options: { json: { type: "string" }, only: { type: "string" } } });
if (values.only !== undefined && !(values.only in BENCHMARKS)) {
  console.error(`No benchmark is called "${values.only}". There are: ${Object.keys(BENCHMARKS).join(", ")}`);
  process.exit(2);
}
const results: Result[] = [];
for (const [name, run] of Object.entries(BENCHMARKS)) {
  if (values.only !== undefined && values.only !== name) continue;
  const folder = mkdtempSync(join(tmpdir(), "beatpass-bench-"));
  try {
    results.push(...(await run(folder)));
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
