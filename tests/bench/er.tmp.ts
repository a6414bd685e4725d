import { mkdirSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { createApiKey } from "@beatpass/server/accounts/api-keys.ts";
import { type EventsServer, type Kind, startInThread } from "./events-servers.ts";
import { atLeast, atMost, percentile, type Result, timed } from "./measure.ts";
import { NOW, openOurs } from "./our-database.ts";
import { makePlays, type PlayRow } from "./play-rows.ts";

const PLAYS_PER_REQUEST = 100;
/** A single sender with a few requests under way, and several of them. */
const CONNECTIONS = (process.env.CONNS ?? "4").split(",").map(Number);
/** What happens now is what the route is for; what is caught up on is spread over more days, hence over more roll-ups. */
const HEARD: Record<string, number> = process.env.YEAR
  ? { "over a year": 365 * 86_400_000 }
  : { "just heard": 3_600_000 };
const REQUESTS_PER_TURN = 100;
const TURNS = 32;
/** The first turns warm both up. */
const WARM_UP = 2;

/**
 * POST /v1/events over HTTP, durable, against the same route doing bare inserts, and against a handler that does nothing
 * but insert them: in turns, so that all meet the same machine.
 */
export async function eventsRate(folder: string): Promise<Result[]> {
  const results: Result[] = [];
  for (const [heard, spanMs] of Object.entries(HEARD)) {
    for (const connections of CONNECTIONS) {
      const own = mkdtempSync(join(folder, "events-"));
      const bodies = makeBodies(TURNS * REQUESTS_PER_TURN, spanMs);
      const name = `POST /v1/events, ${PLAYS_PER_REQUEST} plays each, ${heard}, ${connections} at a time`;
      results.push(...(await rateWith(own, { name, connections, bodies })));
    }
  }
  return results;
}

const KINDS: readonly Kind[] = ["ours", "same route"];
type Keyed = { kind: Kind; server: EventsServer; key: string };
type Run = Keyed & { ms: number; latencies: number[] };
type Load = { name: string; connections: number; bodies: readonly string[] };

async function rateWith(folder: string, { name, connections, bodies }: Load): Promise<Result[]> {
  const runs: Run[] = [];
  for (const kind of KINDS) runs.push({ ...(await startWithKey(kind, join(folder, kind))), ms: 0, latencies: [] });
  for (let turn = 0; turn < TURNS; turn++) {
    const part = bodies.slice(turn * REQUESTS_PER_TURN, (turn + 1) * REQUESTS_PER_TURN);
    for (const run of runs) {
      const latencies: number[] = [];
      const ms = await timed(() => sendAll(run.server, { key: run.key, connections }, part, latencies));
      if (turn < WARM_UP) continue;
      run.ms += ms;
      run.latencies.push(...latencies);
    }
  }
  await Promise.all(runs.map(({ server }) => server.stop()));
  for (const r of runs)
    console.log(
      r.kind,
      [0.05, 0.25, 0.5, 0.75, 0.9, 0.95, 0.98, 0.99, 1].map((q) => percentile(r.latencies, q).toFixed(1)).join(" "),
    );
  const plays = (TURNS - WARM_UP) * REQUESTS_PER_TURN * PLAYS_PER_REQUEST;
  const [ours, ...peers] = runs.map(({ kind, ms, latencies }) => ({
    kind,
    rate: plays / (ms / 1000),
    p95: percentile(latencies, 0.95),
  }));
  return peers.flatMap((peer) => [
    atLeast(`${name}, ${peer.kind}`, ours!.rate, peer.rate, "plays/s", 0.5),
    atMost(`${name}, ${peer.kind}`, ours!.p95, peer.p95, "ms p95", 2),
  ]);
}

/** Each with a database of its own: a server looks after whatever it is given. */
async function startWithKey(kind: Kind, folder: string): Promise<Keyed> {
  mkdirSync(folder);
  const context = await openOurs(folder);
  const key = await createApiKey(context.db, { scope: "ingest" });
  context.db.$client.close();
  return { kind, key, server: await startInThread({ kind, folder }) };
}

function makeBodies(count: number, spanMs: number): string[] {
  const rows = makePlays(count * PLAYS_PER_REQUEST, NOW, { spanMs });
  return Array.from({ length: count }, (_, n) =>
    JSON.stringify(rows.slice(n * PLAYS_PER_REQUEST, (n + 1) * PLAYS_PER_REQUEST).map(eventOf)),
  );
}

const eventOf = ({ id, at, ...data }: PlayRow) => ({
  specversion: "1.0",
  id,
  source: "bench",
  type: "ca.beatpass.play",
  time: new Date(at).toISOString(),
  data,
});

/** Sends all bodies over a few connections, each its next one as soon as the last is answered. */
async function sendAll(
  { url }: EventsServer,
  { key, connections }: { key: string; connections: number },
  bodies: readonly string[],
  latencies: number[],
) {
  let next = 0;
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/cloudevents-batch+json" };
  const connection = async () => {
    for (let body = bodies[next++]; body !== undefined; body = bodies[next++]) {
      const sent = body;
      latencies.push(
        await timed(async () => {
          const answer = await fetch(`${url}/v1/events`, { method: "POST", headers, body: sent });
          const { accepted } = (await answer.json()) as { accepted?: number };
          if (accepted !== PLAYS_PER_REQUEST) throw new Error(`${answer.status}: ${accepted} plays were accepted`);
        }),
      );
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
}
