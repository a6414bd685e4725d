import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createApiKey } from "@beatpass/server/accounts/api-keys.ts";
import { atLeast, atMost, percentile, type Result } from "./measure.ts";
import { openOurs } from "./our-database.ts";
import { TRACKS } from "./play-rows.ts";
import { startServerProcess } from "./server-process.ts";

const PLAYS_PER_SECOND = 10_000;
const PLAYS_PER_REQUEST = 1000;
const SECONDS = 20;
const GOAL_MS = 2000;
/** The track that alone gets one play at a time: t4999 has few others. */
const PROBE = `t${TRACKS - 1}`;

/** How long after its answer a play shows in insights, while 10,000 plays a second come in over HTTP. */
export async function freshness(folder: string): Promise<Result[]> {
  const context = await openOurs(folder);
  const ingest = await createApiKey(context.db, { scope: "ingest" });
  const admin = await createApiKey(context.db, { scope: "admin" });
  context.db.$client.close();
  const server = await startServerProcess(join(folder, "ours.db"));
  const sender = { url: server.url, key: ingest };
  try {
    const end = Date.now() + SECONDS * 1000;
    const [sent, delays] = await Promise.all([sendLoad(sender, end), probe(sender, admin, end)]);
    return [
      atLeast("plays sent while freshness was measured", sent / SECONDS, PLAYS_PER_SECOND, "plays/s", 0.95),
      atMost("delay until a play shows in insights", percentile(delays, 0.99), GOAL_MS, "ms p99", 1),
    ];
  } finally {
    await server.stop();
  }
}

type Sender = { url: string; key: string };

/** A request is due every tenth of a second; four may be under way at once. @returns plays accepted in time */
async function sendLoad(sender: Sender, end: number): Promise<number> {
  const start = Date.now();
  const every = (1000 * PLAYS_PER_REQUEST) / PLAYS_PER_SECOND;
  let next = 0;
  let accepted = 0;
  const connection = async () => {
    for (;;) {
      const request = next++;
      const due = start + request * every;
      if (due >= end) return;
      await sleep(Math.max(0, due - Date.now()));
      const plays = Array.from({ length: PLAYS_PER_REQUEST }, (_, n) =>
        play(`load-${request}-${n}`, `t${(request * 31 + n * 7) % (TRACKS - 1)}`),
      );
      await post(sender, plays);
      if (Date.now() < end) accepted += PLAYS_PER_REQUEST;
    }
  };
  await Promise.all(Array.from({ length: 4 }, connection));
  return accepted;
}

/** One play at a time, then insights until it shows. @returns delays in ms */
async function probe(sender: Sender, admin: string, end: number): Promise<number[]> {
  const delays: number[] = [];
  const today = new Date().toISOString().slice(0, 10);
  for (let count = 1; Date.now() < end; count++) {
    await post(sender, [play(`probe-${count}`, PROBE)]);
    const answered = Date.now();
    while ((await readPlays(sender.url, admin, today)) < count) await sleep(5);
    delays.push(Date.now() - answered);
  }
  return delays;
}

const play = (id: string, trackId: string) => ({
  specversion: "1.0",
  id,
  source: "bench",
  type: "ca.beatpass.play",
  time: new Date().toISOString(),
  data: { trackId, listenedMs: 90_000, platform: "web", country: "CA", listenerId: `l${id.length}` },
});

async function post({ url, key }: Sender, events: readonly object[]): Promise<void> {
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/cloudevents-batch+json" };
  const answer = await fetch(`${url}/v1/events`, { method: "POST", headers, body: JSON.stringify(events) });
  const { accepted } = (await answer.json()) as { accepted?: number };
  if (accepted !== events.length)
    throw new Error(`${answer.status}: ${accepted} of ${events.length} plays were accepted`);
}

async function readPlays(url: string, key: string, today: string): Promise<number> {
  const answer = await fetch(`${url}/v1/tracks/${PROBE}/insights?from=2026-01-01&to=${today}`, {
    headers: { authorization: `Bearer ${key}` },
  });
  const { plays } = (await answer.json()) as { plays: { total: number } };
  return plays.total;
}
