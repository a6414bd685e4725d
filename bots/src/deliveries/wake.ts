import type { Log } from "../log.ts";
import type { ServerApi } from "../server-api/server-api.ts";
import { ServerError } from "../server-api/server-error.ts";
import { backOff, type Time } from "../time.ts";

/** A server that starts again is noticed so soon at the latest. */
const LONGEST_WAIT_MS = 2_000;

/** Says when deliveries may be waiting. */
export type Wake = {
  /** Resolves at the next wake, after `ms`, or when the signal aborts, whichever comes first. */
  next: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Wakes everyone who waits. */
  now: () => void;
};

export function createWake(time: Time): Wake {
  let sleepers = new Set<AbortController>();
  return {
    async next(ms, signal) {
      const sleeper = new AbortController();
      sleepers.add(sleeper);
      await time.sleep(ms, AbortSignal.any([sleeper.signal, signal]));
      sleepers.delete(sleeper);
    },
    now() {
      const woken = sleepers;
      sleepers = new Set();
      for (const sleeper of woken) sleeper.abort();
    },
  };
}

/** Wakes at every event of the server's delivery stream, and at each reconnection, until the signal aborts. */
export async function watchServer(
  server: ServerApi,
  wake: Wake,
  time: Time,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  for (let attempt = 0; !signal.aborted; attempt++) {
    try {
      for await (const _event of server.deliveryEvents(signal)) {
        attempt = 0;
        wake.now();
      }
    } catch (error) {
      if (signal.aborted) return;
      const detail = error instanceof ServerError ? error.message : "The delivery stream broke off";
      log.debug({ event: "stream-lost" }, detail);
    }
    await time.sleep(backOff(attempt, 250, LONGEST_WAIT_MS), signal);
  }
}
