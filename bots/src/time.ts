import { setTimeout as wait } from "node:timers/promises";

/** Machine time, which sends, leases and retries go by. */
export type Time = {
  /** Milliseconds since 1970. */
  now: () => number;
  /** Ends early, and quietly, when the signal aborts. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
};

export const machineTime: Time = {
  now: Date.now,
  sleep: async (ms, signal) => {
    await wait(ms, undefined, signal ? { signal } : {}).catch(() => undefined);
  },
};

/** Doubles from `first` up to `most`. */
export const backOff = (attempt: number, first: number, most: number): number => Math.min(first * 2 ** attempt, most);
