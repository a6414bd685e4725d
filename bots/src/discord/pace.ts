import type { Time } from "../time.ts";

/** Discord takes so many requests of a bot in a second (rate-limits), and refuses the rest of that second's. */
const REQUESTS = 50;
/** A second, and what two requests may differ by on their way there. */
const WITHIN_MS = 1030;
/** Spread over the second, so that none waits behind a crowd of others. */
const APART_MS = 18;

/**
 * Gives turns to ask Discord, in the order in which they are asked for, as fast as its limit of a whole bot allows.
 * discord.js counts too, but lets a second's requests go at once and then waits for the next second.
 */
export function createPace(time: Time): () => Promise<void> {
  const taken: number[] = [];
  let line = Promise.resolve();

  async function takeTurn(): Promise<void> {
    const afterLast = (taken.at(-1) ?? 0) + APART_MS;
    const afterSecond = taken.length < REQUESTS ? 0 : taken[0]! + WITHIN_MS;
    const wait = Math.max(afterLast, afterSecond) - time.now();
    // A clock that was set back keeps nobody waiting.
    if (wait > 0) await time.sleep(Math.min(wait, WITHIN_MS));
    taken.push(time.now());
    if (taken.length > REQUESTS) taken.shift();
  }

  return () => {
    line = line.then(takeTurn);
    return line;
  };
}
