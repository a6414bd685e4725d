import { sha256 } from "../ids.ts";

const WINDOW_MS = 10 * 60_000;
const MOST_TRIES = 10;
/** Beyond them the oldest are forgotten: trying so many addresses with a password takes longer than a window. */
const MOST_KEPT = 10_000;

export type SignInTries = {
  /** Counts a try. @returns how many seconds to wait, where it is one too many */
  begin(email: string): number | undefined;
  /** How the try was answered: a wrong password stays counted, and a right one ends the count. */
  end(email: string, status: number): void;
};

/**
 * At most ten wrong passwords for an address within ten minutes, whether or not it has an account. Tries are counted
 * before they are made, so that many at once are no way around it. @param now machine time
 */
export function createSignInTries(now: () => number = Date.now): SignInTries {
  // By hash: an address may be as long as a body. In the order in which their windows begin.
  const kept = new Map<string, { tries: number; since: number }>();
  return {
    begin(email) {
      const who = keyOf(email);
      const at = now();
      const before = kept.get(who);
      if (before && before.since + WINDOW_MS > at) {
        if (before.tries >= MOST_TRIES) return Math.ceil((before.since + WINDOW_MS - at) / 1000);
        before.tries++;
        return undefined;
      }
      kept.delete(who);
      kept.set(who, { tries: 1, since: at });
      if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
      return undefined;
    },
    end(email, status) {
      if (status === 401) return;
      const who = keyOf(email);
      const count = kept.get(who);
      if (!count) return;
      count.tries--;
      if (status === 200 || count.tries === 0) kept.delete(who);
    },
  };
}

const keyOf = (email: string): string => sha256(email.toLowerCase());
