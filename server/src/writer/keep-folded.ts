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
  /** When the turns that were taken had been due: one that comes late takes no part of the next one's. */
  let takenUpTo = 0;
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
    const some = { over: turns === undefined ? AT_ONCE : 0, parts: takeTurns(start) };
    running = foldRollups(context, isFarBehind ? undefined : some).then(
      ({ folded, left }) => {
        if (folded > 0) lastFolded = performance.now();
        noteLeft(left);
        if (isFarBehind) plan(0);
        else plan(turns === undefined ? LOOK_EVERY_MS : Math.max(0, takenUpTo + TURN_MS - performance.now()));
      },
      (error: unknown) => {
        context.log.error({ event: "fold", outcome: "failed", err: error });
        plan(LOOK_EVERY_MS);
      },
    );
  }
  /** How many parts have their turn: all that have missed theirs behind writes, so that every part has one within the second. */
  function takeTurns(now: number): number {
    if (turns === undefined || turns < FIRST_TURNS) {
      takenUpTo = now;
      return PARTS / FIRST_TURNS;
    }
    const missed = Math.max(1, Math.round((now - takenUpTo) / TURN_MS));
    takenUpTo += missed * TURN_MS;
    return Math.min(PARTS, missed);
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
