import type { BeatPassConnection } from "@beatpass/shared/contracts";
import { MS_PER_DAY } from "@beatpass/shared/metrics";

/** A token works for 90 days (spec §9); counted from when it was pasted, as BeatPass does not say when it was made. */
export const TOKEN_MS = 90 * MS_PER_DAY;
/** From here on dashboard and popup tell its producer. */
const SOON_MS = 14 * MS_PER_DAY;

type Kept = { tokenAddedAt: number; tokenState: "accepted" | "refused" | "no-upload" };

/** How a token stands at an instant, in ms. */
export function tokenAge({ tokenAddedAt, tokenState }: Kept, now: number): BeatPassConnection["token"] {
  const expiresAt = tokenAddedAt + TOKEN_MS;
  const left = expiresAt - now;
  return {
    state: tokenState === "accepted" ? stateOf(left) : left <= 0 ? "ended" : tokenState,
    addedAt: new Date(tokenAddedAt).toISOString(),
    expiresAt: new Date(expiresAt).toISOString(),
    days: Math.max(0, Math.ceil(left / MS_PER_DAY)),
  };
}

const stateOf = (left: number) => (left <= 0 ? "ended" : left <= SOON_MS ? "soon" : "valid");
