import { readInsights } from "@beatpass/server/insights/read-insights.ts";
import { percentile } from "./measure.ts";
import { openContext } from "./open-context.ts";

const YEAR = { from: "2025-11-01", to: "2026-10-31" };
const large = await openContext("/tmp/large/ours.db");
const small = await openContext("/tmp/small/ours.db");
const S: Record<string, (r: number) => number> = { usual: (r) => (r * (2000 / 60) + 7) | 0, busy: (r) => r % 10 };

import { TRACKS } from "./play-rows.ts";

console.log(TRACKS);
S.usual = (r) => ((r * (TRACKS / 60) + 7) % TRACKS) | 0;
for (const [name, at] of Object.entries(S)) {
  const t: Record<string, number[]> = { large: [], small: [] };
  for (let r = -20; r < 300; r++)
    for (const [k, c] of Object.entries({ large, small })) {
      const s = performance.now();
      await readInsights(c, { seesAll: true }, { kind: "track", id: `t${at(Math.abs(r % 60))}` }, YEAR);
      if (r >= 0) t[k]!.push(performance.now() - s);
    }
  for (const k in t)
    console.log(name, k, [0.1, 0.5, 0.9, 0.95, 0.98].map((q) => percentile(t[k]!, q).toFixed(2)).join(" "));
}
