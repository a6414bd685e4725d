/** The product clock: ages, ranges, refreshes and "future" (`BEATPASS_CLOCK`). In ms. */
export type Clock = { now(): number };

export const machineClock: Clock = { now: () => Date.now() };
/** A clock that stands still. @param at ms */
export const fixedClock = (instantMs: number): Clock => ({ now: () => instantMs });
