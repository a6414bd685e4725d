import { Worker } from "node:worker_threads";
import type { Config } from "../config.ts";
import type { WorkOut } from "../leaderboards/work-out.ts";

/** Boards are many short-lived objects: with V8's own 16 MB most are copied into the old generation before they end. */
const YOUNG_MB = 64;

/**
 * Works refreshes out in a thread that only reads and ends with its work: with many producers that takes seconds and
 * much memory, and neither requests nor writes may wait for it.
 */
export const workOutInThread =
  (config: Config): WorkOut =>
  (now) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL("./work-out-worker.ts", import.meta.url), {
        workerData: { config, now },
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
      });
      // A server that stops does not wait for a refresh.
      worker.unref();
      worker.once("message", resolve);
      worker.once("error", reject);
      worker.once("exit", (code) => reject(new Error(`The thread that works out a refresh ended with code ${code}.`)));
    });
