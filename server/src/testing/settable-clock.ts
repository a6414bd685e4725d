import type { Clock } from "../clock.ts";

/** A product clock that stands still until it is moved. Takes ISO instants. */
export type SettableClock = Clock & { set(instant: string): void };

export function settableClock(instant: string): SettableClock {
  let now = Date.parse(instant);
  return {
    now: () => now,
    set: (later) => {
      now = Date.parse(later);
    },
  };
}
