import { dirname, join } from "node:path";
import type { Plugin } from "vite";

/**
 * The dashboard's charts are drawn by a library that is a third of what a content script may weigh; ours by hand. They
 * are at hand from the start, too: what waits for a late chart would weigh more than the charts.
 */
const OURS: Record<string, string> = {
  "./bar-chart.tsx": "./svg-bar-chart.tsx",
  "../charts/late-charts.tsx": "../charts/index.ts",
};

export const slimCharts = (): Plugin => ({
  name: "slim-charts",
  enforce: "pre",
  resolveId: (source, importer) => (OURS[source] && importer ? join(dirname(importer), OURS[source]) : null),
});
