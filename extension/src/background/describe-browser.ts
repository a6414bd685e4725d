import browser from "webextension-polyfill";

// The more particular names first: their user agents name Chrome too.
const BROWSERS: [token: RegExp, name: string][] = [
  [/\bFirefox\//, "Firefox"],
  [/\bEdg\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/Chrome\//, "Chrome"],
];
const SYSTEMS: Record<string, string> = {
  android: "Android",
  cros: "ChromeOS",
  linux: "Linux",
  mac: "macOS",
  openbsd: "OpenBSD",
  win: "Windows",
};

/**
 * What the pairing page shows the person before they approve, e.g. "Firefox · Linux". The server keeps one text, which
 * is read in any language: it has names alone.
 */
export async function describeBrowser(userAgent = navigator.userAgent): Promise<string> {
  const name = BROWSERS.find(([token]) => token.test(userAgent))?.[1];
  const { os } = await browser.runtime.getPlatformInfo();
  const system = SYSTEMS[os] ?? os;
  return name === undefined ? system : `${name} · ${system}`;
}
