import { fileURLToPath } from "node:url";
import type { BrowserContext, Page } from "playwright-core";
import { chromium as plainChromium } from "playwright-core";
import { launchChromiumWithExtension } from "../browsers/chromium-extension.ts";
import { findBrowser } from "../browsers/find-browser.ts";
import { type Companion, PERSON, startCompanion } from "../journeys/extension/companion.ts";
import { atMost, median, type Result } from "./measure.ts";

const BUILD = fileURLToPath(new URL("../../extension/.output/demo/chrome-mv3", import.meta.url));
const RUNS = 7;
/** What browsers call a long task, in ms; anything shorter is as good as none. */
const LONG_MS = 50;

/**
 * The longest task of the page's thread while a thousand rows are scrolled, right-clicked and looked into: with the
 * extension, against the same page and the same hand without it.
 */
export async function siteLongTasks(): Promise<Result[]> {
  const companion = await startCompanion();
  const withUs = await launchChromiumWithExtension(BUILD);
  const without = await plainChromium.launch({
    executablePath: findBrowser("chromium"),
    args: ["--no-sandbox", "--headless=new"],
  });
  try {
    await pair(await withUs.openExtensionPage("options.html"), companion);
    const bare = await without.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: "dark" });
    const [ours, peer]: [number[], number[]] = [[], []];
    for (let run = 0; run < RUNS; run++) {
      ours.push(await longestTask(withUs.context, companion.site.url, "beatpass-companion"));
      peer.push(await longestTask(bare, companion.site.url));
    }
    const name = "extension: long tasks on the site, 1,000 rows";
    return [atMost(name, median(ours), median(peer), "ms, longest (50 is none)", 1.05)];
  } finally {
    await without.close();
    await withUs.close();
    await companion.close();
  }
}

/** As a paired browser is; how it came to be is none of this benchmark's business. */
async function pair(extensionPage: Page, { serverUrl }: Companion): Promise<void> {
  const answer = await fetch(`${serverUrl}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: serverUrl },
    body: JSON.stringify(PERSON),
  });
  const token = answer.headers.get("set-auth-token");
  if (!token) throw new Error(`signing in answered ${answer.status} and no token`);
  const session = { status: "paired", server: serverUrl, token };
  const view = { connection: "paired", server: serverUrl };
  await extensionPage.evaluate(`chrome.storage.local.set(${JSON.stringify({ session, view })})`);
  await extensionPage.close();
}

/** @param ours what is in the page while our menu or panel is */
async function longestTask(context: BrowserContext, site: string, ours?: string): Promise<number> {
  const page = await context.newPage();
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: "longtask",
      buffered: true,
    });
  });
  await page.goto(`${site}/demo/beatpass#all`);
  const row = page.locator(".list .row").nth(6);
  await row.waitFor();
  for (let turn = 0; turn < 3; turn++) {
    for (let down = 0; down < 5; down++) {
      await page.mouse.wheel(0, 2000);
      await page.waitForTimeout(50);
    }
    await row.click({ button: "right", position: { x: 20, y: 20 } });
    if (ours) await page.locator(ours).waitFor({ state: "attached" });
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForTimeout(800);
    await page.keyboard.press("Escape");
  }
  const tasks = (await page.evaluate("tasks")) as number[];
  await page.close();
  return Math.max(LONG_MS, ...tasks);
}
