import { BEATPASS_ORIGIN } from "@beatpass/shared/links";
import { STAND_IN } from "./site-map.ts";

/**
 * BeatPass itself, its frames without an address of their own included; in the demo build also a loopback page that
 * says it is a stand-in.
 */
export function runsHere({ document, location, origin }: Pick<Window, "document" | "location" | "origin">): boolean {
  if (origin === BEATPASS_ORIGIN) return true;
  if (!__DEMO__) return false;
  const hostname = URL.canParse(origin) ? new URL(origin).hostname : location.hostname;
  return STAND_IN.hostnames.includes(hostname) && document.querySelector(STAND_IN.mark) !== null;
}
