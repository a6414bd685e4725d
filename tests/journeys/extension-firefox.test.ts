import { fileURLToPath } from "node:url";
import type { Frame, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type FirefoxWithExtension, launchFirefoxWithExtension } from "../browsers/firefox-extension.ts";
import { type Companion, OWN, startCompanion } from "./extension/companion.ts";

const BUILD = fileURLToPath(new URL("../../extension/.output/demo/firefox-mv3", import.meta.url));

/** Firefox suspends the event page after this long without work; 30 seconds by itself. */
const IDLE_MS = 1500;
const WIDTH = 1280;
const HEIGHT = 800;

let companion: Companion;
let firefox: FirefoxWithExtension;

beforeAll(async () => {
  companion = await startCompanion();
  firefox = await launchFirefoxWithExtension(BUILD, { "extensions.background.idle.timeout": IDLE_MS });
});
afterAll(async () => {
  await firefox.close();
  await companion.close();
});

const shows = (page: Page, text: string) =>
  page.waitForFunction((wanted: string) => document.body.textContent.includes(wanted), {}, text);

/**
 * Right-clicks a row until our menu has the focus: Firefox does not say when it has put our script into a page.
 * It shows no test what is in a closed shadow root either; where the focus is, and what keys do there, it does.
 */
async function openMenuOf(page: Frame, selector: string, index = 0): Promise<void> {
  const press = async () => {
    // A tab that a test before has opened may only now come to the front.
    await page.page().bringToFront();
    const part = (await page.$$(selector))[index];
    await part?.click({ button: "right" });
    return page.evaluate(async () => {
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      return document.activeElement?.localName;
    });
  };
  await expect.poll(press, { timeout: 30_000, interval: 500 }).toBe("beatpass-companion");
}

const openMenuOfRow = (page: Page, index: number) => openMenuOf(page.mainFrame(), ".list .row .length", index);

/** This profile is not signed in on the dashboard, which then leads to sign-in and back to the page. */
const isOpen = (path: string) =>
  firefox.browser.targets().some((target) => {
    const url = target.url();
    return url === companion.serverUrl + path || url.includes(`next=${encodeURIComponent(path)}`);
  });

const nothingOfOurs = (page: Page) => page.waitForFunction(() => !document.querySelector("beatpass-companion"));

const press = async (page: Page, text: string) => (await page.waitForSelector(`::-p-text(${text})`))?.click();

/** Waits until Firefox has put the event page to sleep. */
const suspended = (page: Page) =>
  expect
    .poll(() => page.evaluate("browser.extension.getBackgroundPage() === null"), { timeout: 30_000, interval: 200 })
    .toBe(true);

describe("in Firefox", () => {
  test("a suspended event page loses neither a waiting code, nor the session, nor news, and tells none of it twice", async () => {
    const options = await firefox.openExtensionPage("options.html");
    const popup = await firefox.openExtensionPage("popup.html");
    await press(popup, "Use another link");
    await (await popup.waitForSelector("input"))?.type(`${companion.serverUrl}/pair`);
    await press(popup, "Pair this browser");
    const code = await (await popup.waitForSelector("output.code"))?.evaluate((output) => output.textContent);
    await popup.close();
    await suspended(options);
    await companion.approve(code ?? "");
    const again = await firefox.openExtensionPage("popup.html");
    await shows(again, OWN.name);
    await again.close();

    const badge = () => options.evaluate("browser.action.getBadgeText({})");
    const ring = () => options.evaluate("browser.alarms.create('news', { when: Date.now() })");
    const toggle = await options.waitForSelector('aria/Count on the icon[role="switch"]');
    await toggle?.click();
    await expect
      .poll(() => options.evaluate("browser.storage.local.get('news').then(({ news }) => Boolean(news?.known))"))
      .toBe(true);
    await suspended(options);
    await companion.raiseLevel();
    await ring();
    await expect.poll(badge, { timeout: 20_000 }).toBe("1");
    await suspended(options);
    await ring();
    // It has rung: it is gone, or the woken page has set its own anew, which comes back every five minutes.
    const hasRung = () =>
      options.evaluate("browser.alarms.get('news').then((alarm) => !alarm || alarm.periodInMinutes > 0)");
    await expect.poll(hasRung).toBe(true);
    await suspended(options);
    expect(await badge()).toBe("1");
  });

  test("right-click, arrow and Enter open the panel, which leads to the full page", async () => {
    const page = await firefox.browser.newPage();
    await page.setViewport({ width: WIDTH, height: HEIGHT });
    await page.goto(`${companion.site.url}/artist/41/kaya-noir`);
    await page.waitForSelector(".list .row .length");
    await openMenuOfRow(page, 1);
    await page.keyboard.press("Escape");
    await nothingOfOurs(page);
    await openMenuOfRow(page, 0);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const path = "/backstage/tracks/7000/insights";
    // A click before the panel is there would go to the site's own player below it.
    await page.waitForFunction(
      (x, y) => document.elementFromPoint(x, y)?.localName === "beatpass-companion",
      { timeout: 30_000 },
      WIDTH - 200,
      HEIGHT - 30,
    );
    // The way to the full page is at the panel's foot, as soon as the figures have come.
    const press = () => page.mouse.click(WIDTH - 200, HEIGHT - 30);
    await expect.poll(() => press().then(() => isOpen(path)), { timeout: 30_000, interval: 500 }).toBe(true);
  });

  test.each([
    ["an album's page", "/album/300/kaya-noir/nuits", ".hero .kind", "/backstage/albums/300/insights"],
    [
      "an artist's card",
      "/demo/beatpass",
      '.card:has(> a[href*="/artist/42/"]) strong',
      "/backstage/artists/42/insights",
    ],
    ["a row in a frame", "/demo/beatpass?frame=1#all", ".list .row .length", "/backstage/tracks/7000/insights"],
  ])("%s leads to its full insights by keyboard alone", async (_, address, selector, path) => {
    const page = await firefox.browser.newPage();
    await page.setViewport({ width: WIDTH, height: HEIGHT });
    await page.goto(companion.site.url + address);
    if (address.includes("frame")) await page.waitForSelector(".frame");
    const inner = () => page.frames().find((frame) => frame.url().includes("framed")) ?? page.mainFrame();
    await expect.poll(() => inner().$(selector)).not.toBeNull();
    const before = firefox.browser.targets().length;
    // Our menu rightly closes when the page moves below it, as it may while it still loads: then it is opened again.
    const walk = async () => {
      await openMenuOf(inner(), selector);
      await page.keyboard.press("End");
      await page.keyboard.press("Enter");
      await expect.poll(() => firefox.browser.targets().length > before && isOpen(path), { timeout: 5000 }).toBe(true);
    };
    await vi.waitFor(walk, { timeout: 45_000, interval: 500 });
  });

  test("the sidebar follows the page beside it, and its navigation", async () => {
    const sidebar = await firefox.openExtensionPage("sidepanel.html");
    const page = await firefox.browser.newPage();
    await page.goto(`${companion.site.url}/album/300/kaya-noir/nuits`);
    const says = (text: string) =>
      expect.poll(() => sidebar.evaluate(() => document.body.textContent), { timeout: 20_000 }).toContain(text);
    await says("Insights of this album");
    await says("Nuits");
    await page.evaluate(() => document.querySelector<HTMLElement>(".hero .credits a")?.click());
    await says("Insights of this artist");
  });

  // Last: there is no extension afterwards.
  test("removed, nothing of ours is to be seen in open pages or reacts", async () => {
    const page = await firefox.browser.newPage();
    await page.setViewport({ width: WIDTH, height: HEIGHT });
    await page.goto(`${companion.site.url}/artist/41/kaya-noir`);
    await page.waitForSelector(".list .row .length");
    await openMenuOfRow(page, 0);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const atPanel = () => page.evaluate((x) => document.elementFromPoint(x, 400)?.localName, WIDTH - 200);
    await expect.poll(atPanel, { timeout: 20_000 }).toBe("beatpass-companion");
    await firefox.removeExtension();
    await expect.poll(atPanel, { timeout: 20_000 }).not.toBe("beatpass-companion");
    const before = await page.$$eval("beatpass-companion", (hosts) => hosts.length);
    await page.click(".list .row .number", { button: "right" });
    expect(await page.evaluate(() => document.activeElement?.localName)).not.toBe("beatpass-companion");
    expect(await page.$$eval("beatpass-companion", (hosts) => hosts.length)).toBe(before);
  });
});
