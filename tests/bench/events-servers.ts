import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import type { EventBatch } from "@beatpass/server/activity/index.ts";
import { createApp } from "@beatpass/server/app.ts";
import { readConfig } from "@beatpass/server/config.ts";
import { startServer } from "@beatpass/server/start-server.ts";
import type { Writer } from "@beatpass/server/writer/index.ts";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { openBare } from "./bare-database.ts";
import { NOW } from "./our-database.ts";
import type { PlayRow } from "./play-rows.ts";

/**
 * ours; the same route, with its keys, checks and answers, doing bare inserts; and as little as a handler can do, which
 * asks nobody for a key and checks nothing, doing the same.
 */
export type Kind = "ours" | "same route" | "bare handler";
/** The folder has our database, with its keys; a peer inserts into one beside it. */
type Which = { kind: Kind; folder: string };
export type EventsServer = { url: string; stop(): Promise<unknown> };

/** Starts ours, or the peer, in a thread of its own, so that neither shares one with those who send. */
export function startInThread(which: Which): Promise<EventsServer> {
  const worker = new Worker(new URL(import.meta.url), { workerData: which });
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("message", (url: string) => {
      const stop = async () => {
        const stopped = new Promise((done) => worker.once("exit", done));
        worker.postMessage("stop");
        return stopped;
      };
      resolve({ url, stop });
    });
  });
}

const START: Record<Kind, (which: Which) => Promise<EventsServer>> = {
  ours: startOurs,
  "same route": startSameRoute,
  "bare handler": startBareHandler,
};

async function serve(which: Which): Promise<void> {
  const server = await START[which.kind](which);
  parentPort!.once("message", () => server.stop());
  parentPort!.postMessage(server.url);
}

function startOurs({ folder }: Which) {
  return startServer(
    readConfig({
      DATABASE_URL: `file:${join(folder, "ours.db")}`,
      PORT: "0",
      LOG_LEVEL: "warn",
      BEATPASS_CLOCK: new Date(NOW).toISOString(),
    }),
  );
}

const openPeer = ({ folder }: Which) => openBare(join(folder, "bare.db"));

async function startSameRoute(which: Which): Promise<EventsServer> {
  const ours = await startOurs(which);
  const bare = openPeer(which);
  const recordBare = async ({ events, rejected }: EventBatch) => {
    const plays = events.flatMap((event) => ("play" in event ? [event.play] : []));
    bare.insertAll(plays.map(({ eventId, ...play }) => ({ ...play, id: eventId })));
    return { accepted: plays.length, duplicates: 0, rejected, progress: [] };
  };
  // The route under test calls one verb.
  const writer = { run: (_name, batch) => recordBare(batch as EventBatch), close: async () => undefined } as Writer;
  const { url, stop } = await listen(createApp({ ...ours.dependencies, writer }).fetch);
  return { url, stop: () => Promise.all([stop(), ours.stop()]).then(() => bare.db.close()) };
}

async function startBareHandler(which: Which): Promise<EventsServer> {
  const bare = openPeer(which);
  const app = new Hono().post("/v1/events", async (c) => {
    const events: { id: string; time: string; data: PlayRow }[] = await c.req.json();
    bare.insertAll(events.map(({ id, time, data }) => ({ ...data, id, at: Date.parse(time) })));
    return c.json({ accepted: events.length });
  });
  const { url, stop } = await listen(app.fetch);
  return { url, stop: () => stop().then(() => bare.db.close()) };
}

async function listen(fetch: Hono["fetch"]): Promise<EventsServer> {
  const http = createServer(getRequestListener(fetch));
  await new Promise<void>((listening) => http.listen(0, "127.0.0.1", listening));
  const stop = async () => {
    http.close();
    http.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, stop };
}

if (!isMainThread) await serve(workerData as Which);
