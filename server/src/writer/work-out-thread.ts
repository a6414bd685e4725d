import { Worker } from "node:worker_threads";
import type { Config } from "../config.ts";
import type { WorkOut } from "../leaderboards/index.ts";

/**
 * Works refreshes out in a thread that only reads and ends with its work: with many producers that takes seconds and
 * much memory, and neither requests nor writes may wait for it.
 */
export const workOutInThread =
  (config: Config): WorkOut =>
  (now) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL("./work-out-worker.ts", import.meta.url), { workerData: { config, now } });
      // A server that stops does not wait for a refresh.
      worker.unref();
      worker.once("message", resolve);
      worker.once("error", reject);
      worker.once("exit", (code) => reject(new Error(`The thread that works out a refresh ended with code ${code}.`)));
    });
