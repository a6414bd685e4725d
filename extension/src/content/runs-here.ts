import { BEATPASS_ORIGIN } from "@beatpass/shared/links";
import { STAND_IN } from "./site-map.ts";

/** BeatPass itself; in the demo build also a loopback page that says it is a stand-in. */
export function runsHere(document: Document, location: Pick<Location, "origin" | "hostname">): boolean {
  if (location.origin === BEATPASS_ORIGIN) return true;
  if (!__DEMO__) return false;
  return STAND_IN.hostnames.includes(location.hostname) && document.querySelector(STAND_IN.mark) !== null;
}
