import type { WriteContext } from "../context.ts";
import { foldRollups } from "../insights/index.ts";

/** After a write that follows a quiet time: soon enough to look immediate. */
const SOON_MS = 60;
/** While writes keep coming, as a fold of a second's plays costs little more than one of a few; and what other processes wrote. */
const LOOK_EVERY_MS = 1000;

/** Small enough that a request that comes meanwhile waits for some milliseconds only; each that follows at once is twice as large. */
const FIRST_STEP = 2000;
const LARGEST_STEP = 50_000;

/** Keeps the roll-ups at most a second behind the log. */
export function keepRollupsFolded(context: WriteContext): { soon(): void; stop(): Promise<void> } {
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  let timer = setTimeout(next, LOOK_EVERY_MS);
  let due = Date.now() + LOOK_EVERY_MS;
  let lastFolded = 0;
  let step = FIRST_STEP;

  function plan(ms: number): void {
    if (stopped) return;
    clearTimeout(timer);
    due = Date.now() + ms;
    timer = setTimeout(next, ms);
  }
  function next(): void {
    running = foldRollups(context, step).then(
      (folded) => {
        if (folded > 0) lastFolded = Date.now();
        const behind = folded >= step;
        step = behind ? Math.min(2 * step, LARGEST_STEP) : FIRST_STEP;
        plan(behind ? 0 : LOOK_EVERY_MS);
      },
      (error: unknown) => {
        context.log.error({ event: "fold", outcome: "failed", err: error });
        plan(LOOK_EVERY_MS);
      },
    );
  }
  return {
    soon: () => {
      const wait = Math.max(SOON_MS, lastFolded + LOOK_EVERY_MS - Date.now());
      if (due - Date.now() > wait) plan(wait);
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
