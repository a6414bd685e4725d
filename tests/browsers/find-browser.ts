import { existsSync } from "node:fs";

const PLACES = {
  chromium: [process.env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"],
  firefox: [process.env.FIREFOX_PATH, "/usr/bin/firefox-esr", "/usr/bin/firefox"],
};

/** Path of an installed browser; undefined where there is none. */
export const placeOf = (name: keyof typeof PLACES): string | undefined =>
  PLACES[name].find((path) => path && existsSync(path));

/** Path of an installed browser; says how to name one where none is found. */
export function findBrowser(name: keyof typeof PLACES): string {
  const found = placeOf(name);
  if (!found) throw new Error(`No ${name} found. Install it, or name one with ${name.toUpperCase()}_PATH.`);
  return found;
}
