import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { findBrowser } from "./find-browser.ts";

const QUIET = [
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-sandbox",
];

export type ChromiumWithExtension = {
  context: BrowserContext;
  /** An extension's page, e.g. popup.html, in a tab of its own. */
  openExtensionPage(file: string): Promise<Page>;
  close(): Promise<void>;
};

/** A real Chromium, in a fresh profile, with an unpacked extension. */
export async function launchChromiumWithExtension(
  folder: string,
  options: { locale?: string; colorScheme?: "dark" | "light" } = {},
): Promise<ChromiumWithExtension> {
  const profile = await mkdtemp(join(tmpdir(), "beatpass-chromium-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser("chromium"),
    headless: true,
    viewport: { width: 1280, height: 800 },
    colorScheme: options.colorScheme ?? "dark",
    ...(options.locale ? { locale: options.locale } : {}),
    ignoreDefaultArgs: ["--disable-extensions", "--headless"],
    args: [
      "--headless=new",
      `--load-extension=${folder}`,
      `--disable-extensions-except=${folder}`,
      ...(options.locale ? [`--lang=${options.locale}`] : []),
      ...QUIET,
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  const origin = `chrome-extension://${new URL(worker.url()).host}`;
  return {
    context,
    openExtensionPage: async (file) => {
      const page = await context.newPage();
      await page.goto(`${origin}/${file}`);
      return page;
    },
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
