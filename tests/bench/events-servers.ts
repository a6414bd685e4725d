import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { readConfig } from "@beatpass/server/config.ts";
import { startServer } from "@beatpass/server/start-server.ts";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { openBare } from "./bare-database.ts";
import { NOW } from "./our-database.ts";
import type { PlayRow } from "./play-rows.ts";

type Which = { kind: "ours" | "bare"; file: string };
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

async function serve({ kind, file }: Which): Promise<void> {
  const server = await (kind === "ours" ? startOurs(file) : startBare(file));
  parentPort!.once("message", () => server.stop());
  parentPort!.postMessage(server.url);
}

const startOurs = (file: string): Promise<EventsServer> =>
  startServer(
    readConfig({
      DATABASE_URL: `file:${file}`,
      PORT: "0",
      LOG_LEVEL: "warn",
      BEATPASS_CLOCK: new Date(NOW).toISOString(),
    }),
  );

/** The peer: the same route, which does nothing but insert the rows, durably. */
async function startBare(file: string): Promise<EventsServer> {
  const bare = openBare(file);
  const app = new Hono().post("/v1/events", async (c) => {
    const events: { id: string; time: string; data: PlayRow }[] = await c.req.json();
    bare.insertAll(events.map(({ id, time, data }) => ({ ...data, id, at: Date.parse(time) })));
    return c.json({ accepted: events.length });
  });
  const http = createServer(getRequestListener(app.fetch));
  await new Promise<void>((listening) => http.listen(0, "127.0.0.1", listening));
  const stop = async () => {
    http.close();
    http.closeAllConnections();
    bare.db.close();
  };
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, stop };
}

if (!isMainThread) await serve(workerData as Which);
