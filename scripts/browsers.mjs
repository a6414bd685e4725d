// Makes sure that Chromium and Firefox are there for the tests, and says how to get them where it cannot.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { placeOf } from "../tests/browsers/find-browser.ts";

const PACKAGES = { chromium: "chromium", firefox: "firefox-esr" };
const missing = () => Object.keys(PACKAGES).flatMap((name) => (placeOf(name) ? [] : [PACKAGES[name]]));

const packages = missing();
if (packages.length > 0) {
  const command = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(" ")}`;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.error(`[setup] installing ${packages.join(" and ")} (once)`);
    spawnSync("sh", ["-c", command], {
      stdio: ["ignore", "ignore", 2],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  }
  if (missing().length > 0) {
    console.error(`The tests need ${missing().join(" and ")}. Install with:\n\n  sudo sh -c '${command}'\n`);
    console.error("or name installed ones with CHROMIUM_PATH and FIREFOX_PATH.");
    process.exit(1);
  }
}
