import { type Browser, launch, type Page } from "puppeteer-core";
import { findBrowser } from "./find-browser.ts";

/** The extension's fixed id, and the host name this profile gives it (Firefox would draw one). */
const EXTENSION_ID = "companion@beatpass.ca";
const HOST = "11111111-2222-4333-8444-555555555555";

export type FirefoxWithExtension = {
  browser: Browser;
  /** An extension's page, e.g. popup.html, in a tab of its own. */
  openExtensionPage(file: string): Promise<Page>;
  /** As a person does in the list of add-ons. */
  removeExtension(): Promise<void>;
  close(): Promise<void>;
};

/** A real Firefox, in a fresh profile, with an unpacked extension. */
export async function launchFirefoxWithExtension(
  folder: string,
  preferences: Record<string, string | number | boolean> = {},
): Promise<FirefoxWithExtension> {
  const browser = await launch({
    browser: "firefox",
    executablePath: findBrowser("firefox"),
    headless: true,
    args: ["--remote-allow-system-access"],
    extraPrefsFirefox: { ...preferences, "extensions.webextensions.uuids": JSON.stringify({ [EXTENSION_ID]: HOST }) },
  });
  await browser.installExtension(folder);
  return {
    browser,
    openExtensionPage: async (file) => {
      const page = await browser.newPage();
      await goToExtensionPage(page, `moz-extension://${HOST}/${file}`);
      return page;
    },
    removeExtension: () => browser.uninstallExtension(EXTENSION_ID),
    close: () => browser.close(),
  };
}

/** Firefox never reports such a navigation as done: it is begun, and the page looked at. */
async function goToExtensionPage(page: Page, url: string): Promise<void> {
  page.goto(url, { timeout: 0 }).catch(() => undefined);
  const end = Date.now() + 20_000;
  for (;;) {
    const [at, state] = await page.evaluate(() => [location.href, document.readyState]).catch(() => []);
    if (at === url && state === "complete") return;
    if (Date.now() > end) throw new Error(`${url} did not open; the tab is at ${at}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
