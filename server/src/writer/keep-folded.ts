import type { WriteContext } from "../context.ts";
import { FOLD_STEP, foldRollups, PARTS } from "../insights/index.ts";

/** After a write that follows a quiet time: soon enough to look immediate. */
const SOON_MS = 60;
/** While writes keep coming, as a fold of a second's plays costs little more than one of a few; and what other processes wrote. */
const LOOK_EVERY_MS = 1000;
/** So many plays of a second are folded at once: a fold of them holds up writes for no longer than a few batches do. */
const AT_ONCE = 2000;
/** While more come in, one part has its turn after the other. */
const TURN_MS = LOOK_EVERY_MS / PARTS;
/** In the first turns several, as all of them have waited for a second by then. */
const FIRST_TURNS = 4;

/** Keeps the roll-ups about a second behind the log: each part waits for its turn, and every turn for the writes before it. */
export function keepRollupsFolded(context: WriteContext): { soon(): void; stop(): Promise<void> } {
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  let timer = setTimeout(next, LOOK_EVERY_MS);
  let due = performance.now() + LOOK_EVERY_MS;
  let lastStart = performance.now();
  let lastFolded = Number.NEGATIVE_INFINITY;
  /** Turns taken since more came in than is folded at once; undefined while less does. */
  let turns: number | undefined;
  /** So far behind that folding soon counts for more than holding up no write. */
  let isFarBehind = false;

  function plan(ms: number): void {
    if (stopped) return;
    clearTimeout(timer);
    due = performance.now() + ms;
    timer = setTimeout(next, ms);
  }
  function next(): void {
    const start = performance.now();
    const some = { over: turns === undefined ? AT_ONCE : 0, parts: partsOf(start - lastStart) };
    lastStart = start;
    running = foldRollups(context, isFarBehind ? undefined : some).then(
      ({ folded, left }) => {
        if (folded > 0) lastFolded = performance.now();
        noteLeft(left);
        if (isFarBehind) plan(0);
        else plan(turns === undefined ? LOOK_EVERY_MS : Math.max(0, start + TURN_MS - performance.now()));
      },
      (error: unknown) => {
        context.log.error({ event: "fold", outcome: "failed", err: error });
        plan(LOOK_EVERY_MS);
      },
    );
  }
  /** A turn that comes late, behind writes, makes up for it: every part has its turn within the second. */
  function partsOf(sinceLastMs: number): number {
    if (turns === undefined || turns < FIRST_TURNS) return PARTS / FIRST_TURNS;
    return Math.min(PARTS, Math.max(1, Math.ceil(sinceLastMs / TURN_MS)));
  }
  /** @param left what the part furthest behind has yet to see: of a second's plays once every part has had its turn */
  function noteLeft(left: number): void {
    isFarBehind = left > FOLD_STEP;
    if (turns === undefined) {
      if (left > 0) turns = 1;
    } else {
      turns++;
      if (turns > PARTS && left <= AT_ONCE) turns = undefined;
    }
  }
  return {
    soon: () => {
      const wait = Math.max(SOON_MS, lastFolded + LOOK_EVERY_MS - performance.now());
      if (due - performance.now() > wait) plan(wait);
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
