import type { WriteContext } from "../context.ts";
import { foldRollups } from "../insights/index.ts";

/** After a write: soon enough to look immediate, late enough that a burst is folded in few steps. */
const SOON_MS = 60;
/** Otherwise: what other processes wrote. */
const LOOK_EVERY_MS = 1000;

/** Keeps the roll-ups at most a second behind the log. */
export function keepRollupsFolded(context: WriteContext): { soon(): void; stop(): Promise<void> } {
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  let timer = setTimeout(next, LOOK_EVERY_MS);
  let due = Date.now() + LOOK_EVERY_MS;

  function plan(ms: number): void {
    if (stopped) return;
    clearTimeout(timer);
    due = Date.now() + ms;
    timer = setTimeout(next, ms);
  }
  function next(): void {
    running = foldRollups(context).then(
      (folded) => plan(folded > 0 ? 0 : LOOK_EVERY_MS),
      (error: unknown) => {
        context.log.error({ event: "fold", outcome: "failed", err: error });
        plan(LOOK_EVERY_MS);
      },
    );
  }
  return {
    soon: () => {
      if (due - Date.now() > SOON_MS) plan(SOON_MS);
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
