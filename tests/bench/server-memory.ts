import { createApiKey } from "@beatpass/server/accounts/api-keys.ts";
import type { BenchRun } from "./bench-run.ts";
import { atMost, type Result } from "./measure.ts";
import { openContext } from "./open-context.ts";
import { NOW } from "./our-database.ts";
import { TRACKS } from "./play-rows.ts";
import { startServerProcess } from "./server-process.ts";

const READS = 300;
const GOAL_MB = 400;

/** Resident memory of a server over the large database, at its highest: after its refresh and after insights were read. */
export async function serverMemory(_folder: string, run: BenchRun): Promise<Result[]> {
  if (process.platform !== "linux") {
    console.error("Left out: memory of the server. It is read from /proc, which Linux alone has.");
    return [];
  }
  const file = await run.largeDatabase();
  const context = await openContext(file);
  const key = await createApiKey(context.db, { scope: "admin" });
  context.db.$client.close();
  const server = await startServerProcess(file, NOW);
  try {
    await untilRefreshed(server.url, key);
    for (let n = 0; n < READS; n++) {
      await get(`${server.url}/v1/tracks/t${(n * 17) % TRACKS}/insights?from=2025-11-01&to=2026-10-31`, key);
    }
    return [atMost(`memory of the server, ${run.plays} plays`, server.memory().highest, GOAL_MB, "MB resident", 1)];
  } finally {
    await server.stop();
  }
}

async function untilRefreshed(url: string, key: string): Promise<void> {
  for (;;) {
    const board = (await get(`${url}/v1/leaderboards/points?period=all-time`, key)) as { refreshedAt?: string };
    if (board.refreshedAt) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function get(url: string, key: string): Promise<unknown> {
  const answer = await fetch(url, { headers: { authorization: `Bearer ${key}` } });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
