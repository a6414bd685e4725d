import type { WriteContext } from "../context.ts";
import { FOLD_STEP, foldRollups, PARTS } from "../insights/index.ts";

/** After a write that follows a quiet time: soon enough to look immediate. */
const SOON_MS = 60;
/** While writes keep coming, as a fold of a second's plays costs little more than one of a few; and what other processes wrote. */
const LOOK_EVERY_MS = 1000;
/** While much comes in, a part after the other. */
const TURN_MS = LOOK_EVERY_MS / PARTS;
/** So many plays of a second are folded at once in some 25 ms; of more, a few parts at a time. */
const AT_ONCE = 2000;

/** Keeps the roll-ups at most a second behind the log. */
export function keepRollupsFolded(context: WriteContext): { soon(): void; stop(): Promise<void> } {
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  let timer = setTimeout(next, LOOK_EVERY_MS);
  let due = Date.now() + LOOK_EVERY_MS;
  let lastFolded = 0;
  let lastStart = Date.now();

  function plan(ms: number): void {
    if (stopped) return;
    clearTimeout(timer);
    due = Date.now() + ms;
    timer = setTimeout(next, ms);
  }
  function next(): void {
    const start = Date.now();
    // A turn that came late, behind writes, makes up for it: every part has its turn within the second.
    const parts = Math.ceil((start - lastStart) / TURN_MS);
    lastStart = start;
    running = foldRollups(context, { over: AT_ONCE, parts }).then(
      ({ folded, left }) => {
        if (folded > 0) lastFolded = Date.now();
        if (left === 0) plan(LOOK_EVERY_MS);
        else plan(left > FOLD_STEP ? 0 : Math.max(0, start + TURN_MS - Date.now()));
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
