import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Box, boxOf, clickPart, findPart, waitForNoPart, waitForPart } from "../browsers/accessible.ts";
import { type ChromiumWithExtension, launchChromiumWithExtension } from "../browsers/chromium-extension.ts";
import { type Companion, OWN, PERSON, PLAYS, startCompanion } from "./extension/companion.ts";

const BUILD = fileURLToPath(new URL("../../extension/.output/demo/chrome-mv3", import.meta.url));
const MENU = "BeatPass Companion";

let companion: Companion;
let chromium: ChromiumWithExtension;
let page: Page;

beforeAll(async () => {
  companion = await startCompanion();
});
afterAll(() => companion.close());

const launch = async () => {
  chromium = await launchChromiumWithExtension(BUILD);
};

/** Pairs as a person does: reads the code off the popup and approves it on the dashboard. */
async function pair(): Promise<Page> {
  const popup = await showCode();
  await companion.approve(await codeOn(popup));
  await popup.getByRole("heading", { name: OWN.name }).waitFor();
  return popup;
}

async function showCode(): Promise<Page> {
  const options = await chromium.openExtensionPage("options.html");
  await options.getByLabel("Invite link or server address").fill(companion.serverUrl);
  await options.getByRole("button", { name: "Save" }).click();
  await options.getByText("Saved").waitFor();
  await options.close();
  const popup = await chromium.openExtensionPage("popup.html");
  await popup.getByRole("button", { name: "Pair this browser" }).click();
  await popup.getByLabel("Pairing code").waitFor();
  return popup;
}

const codeOn = async (popup: Page) => (await popup.getByLabel("Pairing code").textContent()) ?? "";

async function openSite(path = "/demo/beatpass#all"): Promise<void> {
  page = await chromium.context.newPage();
  await page.goto(companion.site.url + path);
  await page.locator(".player .row").waitFor();
}

/** All that the extension keeps, as its own pages could read it. */
const stored = (extensionPage: Page) =>
  extensionPage.evaluate<Record<string, unknown>>("chrome.storage.local.get()") as Promise<{
    session: { status: string; token?: string };
    view: unknown;
  }>;

/** Writes to what the extension keeps, as another day would have left it. */
const keep = (extensionPage: Page, items: object) =>
  extensionPage.evaluate(`chrome.storage.local.set(${JSON.stringify(items)})`);

const row = (title: string) => page.locator(".list .row").filter({ has: page.getByText(title, { exact: true }) });
const rightClick = (title: string, part = ".length") => row(title).locator(part).click({ button: "right" });
const menuIsOpen = () => waitForPart(page, "menu", MENU);

/** For what must not happen: by the next two frames the page has had its say. */
const settle = () =>
  page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
const noMenu = async () => {
  await settle();
  expect(await findPart(page, "menu", MENU)).toBeUndefined();
};

describe("pairing", () => {
  beforeEach(launch);
  afterEach(() => chromium.close());

  test("a code typed on the dashboard brings the figures into the popup, without a token in any page", async () => {
    const popup = await showCode();
    const opened = chromium.context.waitForEvent("page");
    await popup.getByRole("button", { name: "Open my dashboard" }).click();
    const dashboard = await opened;
    await dashboard.getByLabel("E-mail").fill(PERSON.email);
    await dashboard.getByLabel("Password").fill(PERSON.password);
    await dashboard.getByRole("button", { name: "Sign in" }).click();
    await dashboard.getByLabel("Pairing code").pressSequentially(await codeOn(popup));
    await dashboard.getByRole("button", { name: "Look it up" }).click();
    await dashboard.getByText("Chrome · Linux").waitFor();
    await dashboard.getByRole("button", { name: "Approve" }).click();
    await popup.getByRole("heading", { name: OWN.name }).waitFor();
    const text = await popup.locator("#app").textContent();
    expect(text).toContain(`Plays${PLAYS}`);
    expect(text).toMatch(/\d+ XP to level \d/);
    const { session, view } = await stored(popup);
    expect(session.token).toMatch(/.{10}/);
    expect(await popup.content()).not.toContain(session.token);
    expect(JSON.stringify(view)).not.toContain(session.token);
  });

  test("a declined code says so and pairs nothing", async () => {
    const popup = await showCode();
    await companion.deny(await codeOn(popup));
    await popup.getByText("The pairing was declined").waitFor();
    expect((await stored(popup)).session).toEqual({ status: "unpaired" });
  });

  test("a suspended background loses neither the waiting code nor the session", async () => {
    const popup = await showCode();
    await stopWorker(popup);
    await companion.approve(await codeOn(popup));
    await popup.getByRole("heading", { name: OWN.name }).waitFor();
    await stopWorker(popup);
    await popup.reload();
    await popup.getByText("As of").waitFor();
  });

  test("a session that was ended shows the last figures and the way back", async () => {
    const popup = await pair();
    await companion.endSessions();
    await popup.reload();
    await popup.getByText("You’ve been signed out").waitFor();
    await popup.getByRole("heading", { name: OWN.name }).waitFor();
    await openSite();
    await rightClick("Bus de nuit");
    await clickPart(page, "menuitem", "Insights");
    await waitForPart(page, "heading", "You’ve been signed out");
    await popup.getByRole("button", { name: "Pair again" }).click();
    await popup.getByLabel("Pairing code").waitFor();
  });

  test("unpairing ends the session on the server and keeps nothing", async () => {
    const popup = await pair();
    const { token } = (await stored(popup)).session;
    const ask = () => fetch(`${companion.serverUrl}/v1/dashboard`, { headers: { authorization: `Bearer ${token}` } });
    expect((await ask()).status).toBe(200);
    const options = await chromium.openExtensionPage("options.html");
    await options.getByRole("button", { name: "Unpair" }).click();
    await popup.getByRole("button", { name: "Pair this browser" }).waitFor();
    await expect.poll(async () => (await ask()).status).toBe(401);
    expect(JSON.stringify(await stored(popup))).not.toContain(token);
  });

  test("an unpaired browser is led from a track to pairing", async () => {
    await openSite();
    await rightClick("Bus de nuit");
    await clickPart(page, "menuitem", "Insights");
    await waitForPart(page, "heading", "Pair this browser first");
    const opened = chromium.context.waitForEvent("page");
    await clickPart(page, "button", "Pair this browser");
    expect((await opened).url()).toMatch(/^chrome-extension:.*\/options\.html/);
  });
});

describe("on a BeatPass page", () => {
  beforeAll(async () => {
    await launch();
    await pair();
  });
  afterEach(async () => {
    for (const open of chromium.context.pages().slice(1)) await open.close();
  });
  afterAll(() => chromium.close());

  test("right-click, Insights, panel, full page: a track's figures without leaving the list", async () => {
    await openSite();
    await rightClick("Bus de nuit");
    await clickPart(page, "menuitem", "Insights");
    await waitForPart(page, "dialog", "Insights of this track");
    await waitForPart(page, "heading", "Bus de nuit");
    expect(await findPart(page, "StaticText", String(PLAYS))).toBeDefined();
    const opened = chromium.context.waitForEvent("page");
    await clickPart(page, "button", "Open full insights");
    // Or the sign-in that leads there: this browser is not signed in, and the page may have found out already.
    const at = decodeURIComponent((await opened).url());
    expect(at.startsWith(`${companion.serverUrl}/`) && at.endsWith("/backstage/tracks/7000/insights"), at).toBe(true);
  });

  test("the menu opens at the pointer, inside the window, also at its lower right corner", async () => {
    await openSite("/track/7000/bus-de-nuit");
    await page.locator(".hero .title").click({ button: "right", position: { x: 5, y: 5 } });
    const pointer = await page.locator(".hero .title").boundingBox();
    const { left, top } = await boxOf(page, await menuIsOpen());
    expect(Math.abs(left - (pointer?.x ?? 0) - 5)).toBeLessThan(1);
    expect(Math.abs(top - (pointer?.y ?? 0) - 5)).toBeLessThan(1);
    await page.mouse.click(1270, 715, { button: "right" });
    await expect.poll(async () => (await boxOf(page, await menuIsOpen())).right).toBeGreaterThan(1200);
    const { right, bottom } = await boxOf(page, await menuIsOpen());
    expect(right).toBeLessThanOrEqual(1280);
    expect(bottom).toBeLessThanOrEqual(800);
  });

  test("Escape, scrolling, a click elsewhere and a page change each close it", async () => {
    await openSite();
    const closings = [
      () => page.keyboard.press("Escape"),
      () => page.mouse.wheel(0, 200),
      () => page.locator(".bar").click({ position: { x: 400, y: 4 } }),
      () => page.evaluate(() => history.pushState({}, "", "/artist/41/kaya-noir")),
    ];
    for (const close of closings) {
      await rightClick("Track 1");
      await menuIsOpen();
      await close();
      await waitForNoPart(page, "menu", MENU);
    }
    expect(await page.locator("beatpass-companion").count()).toBe(0);
  });

  test("the keyboard opens it, walks it and gives the focus back", async () => {
    await openSite();
    const link = row("Track 2").locator("a.name");
    await link.focus();
    await page.keyboard.press("Shift+F10");
    expect((await waitForPart(page, "menuitem", "Insights")).focused).toBe(true);
    for (const [key, entry] of [
      ["ArrowDown", "Compare"],
      ["End", "Open full insights"],
      ["ArrowDown", "Insights"],
      ["ArrowUp", "Open full insights"],
      ["c", "Compare"],
      ["c", "Copy link"],
      ["Home", "Insights"],
    ] as const) {
      await page.keyboard.press(key);
      expect([key, entry, (await waitForPart(page, "menuitem", entry)).focused]).toEqual([key, entry, true]);
    }
    await page.keyboard.press("Escape");
    await waitForNoPart(page, "menu", MENU);
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test.each([
    ["a card of an album", "/demo/beatpass", '.card:has(> a[href*="/album/300/"]) strong', "album", "Nuits"],
    ["a card of an artist", "/demo/beatpass", '.card:has(> a[href*="/artist/41/"]) .credits', "artist", OWN.name],
    ["a card of a track", "/demo/beatpass", '.card:has(> a[href*="/track/7000/"]) strong', "track", "Bus de nuit"],
    ["an artist in the navigation", "/demo/beatpass", ".side-artists a", "artist", OWN.name],
    ["an album's page", "/album/300/kaya-noir/nuits", ".hero .kind", "album", "Nuits"],
    ["an artist's page", "/artist/41/kaya-noir", ".hero .title", "artist", OWN.name],
    ["a track's backstage page", "/backstage/tracks/7000/edit", ".hero .kind", "track", "Bus de nuit"],
    ["a credit on a track's page", "/track/7000/bus-de-nuit", ".hero .credits a", "artist", OWN.name],
    ["an album named on a track's page", "/track/7000/bus-de-nuit", ".hero p a", "album", "Nuits"],
  ] as const)("%s opens the insights of what it is", async (_, path, at, kind, title) => {
    await openSite(path);
    await page.locator(at).first().click({ button: "right" });
    await menuIsOpen();
    expect((await findPart(page, "menuitem", "Compare")) !== undefined).toBe(kind === "track");
    await clickPart(page, "menuitem", "Insights");
    await waitForPart(page, "dialog", `Insights of this ${kind}`);
    await waitForPart(page, "heading", title);
  });

  test("Compare opens the track's full page, ready for a second one; Open full insights opens it as it is", async () => {
    await openSite();
    for (const [entry, query] of [
      ["Compare", "?compare"],
      ["Open full insights", ""],
    ] as const) {
      await rightClick("Bus de nuit");
      const opened = chromium.context.waitForEvent("page");
      await clickPart(page, "menuitem", entry);
      const full = await opened;
      expect(full.url()).toBe(`${companion.serverUrl}/backstage/tracks/7000/insights${query}`);
      await full.close();
    }
  });

  test("a frame of the site gets the menu too, and the panel opens where there is room for it", async () => {
    await openSite("/demo/beatpass?frame=1&pages=1#all");
    const frame = page.frameLocator(".frame");
    await frame.locator(".list .row").filter({ hasText: "Bus de nuit" }).locator(".length").click({ button: "right" });
    const inner = page.frames().find((one) => one.url().includes("framed=1"));
    await expect.poll(() => inner?.locator("beatpass-companion").count()).toBe(1);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await waitForPart(page, "dialog", "Insights of this track");
    await waitForPart(page, "heading", "Bus de nuit");
    expect(await inner?.locator("beatpass-companion").count()).toBe(0);
  });

  test("at 200 % the menu and the panel are whole and inside the window", async () => {
    await openSite();
    await inBackground(
      "chrome.tabs.query({ active: true }).then((tabs) => Promise.all(tabs.map(({ id }) => chrome.tabs.setZoom(id, 2))))",
    );
    await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThanOrEqual(640);
    await row("Bus de nuit").locator(".length").click({ button: "right" });
    const inside = async (box: Box) => {
      const { width = 0, height = 0 } = page.viewportSize() ?? {};
      expect([box.left >= 0, box.top >= 0, box.right <= width, box.bottom <= height]).toEqual([true, true, true, true]);
    };
    await inside(await boxOf(page, await menuIsOpen()));
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await inside(await boxOf(page, await waitForPart(page, "dialog", "Insights of this track")));
    await inBackground(
      "chrome.tabs.query({ active: true }).then((tabs) => Promise.all(tabs.map(({ id }) => chrome.tabs.setZoom(id, 1))))",
    );
  });

  test("a long press opens it and plays nothing; a finger that moves scrolls, and the site’s own long press stays", async () => {
    await openSite("/demo/beatpass?press=1#all");
    const playing = () => page.locator(".playing .name").textContent();
    const before = await playing();
    const scrolled = () => page.locator("main.page").evaluate((main) => main.scrollTop);
    const touch = await page.context().newCDPSession(page);
    const finger = async (title: string) => {
      const { x = 0, y = 0 } = (await row(title).locator(".length").boundingBox()) ?? {};
      return [{ x: Math.round(x + 10), y: Math.round(y + 10) }];
    };
    const put = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: { x: number; y: number }[]) =>
      touch.send("Input.dispatchTouchEvent", { type, touchPoints });
    await put("touchStart", await finger("Track 1"));
    const ours = await boxOf(page, await menuIsOpen());
    const own = await page.getByRole("menu", { name: "Track" }).boundingBox();
    expect(own && (ours.left >= own.x + own.width || ours.right <= own.x || ours.top >= own.y + own.height)).toBe(true);
    await put("touchEnd", []);
    await settle();
    await menuIsOpen();
    expect(await playing()).toBe(before);
    await page.keyboard.press("Escape");
    await waitForNoPart(page, "menu", MENU);
    const at = await scrolled();
    const [start] = await finger("Track 2");
    await put("touchStart", [start!]);
    for (let up = 20; up <= 200; up += 20) await put("touchMove", [{ x: start!.x, y: start!.y - up }]);
    await put("touchEnd", []);
    await expect.poll(scrolled).toBeGreaterThan(at + 100);
    await noMenu();
  });

  test("the side panel follows the page, its navigation and what is right-clicked on it", async () => {
    const panel = await chromium.openExtensionPage("sidepanel.html");
    await openSite("/track/7000/bus-de-nuit");
    await panel.getByRole("heading", { name: "Bus de nuit" }).waitFor();
    await panel.getByRole("button", { name: "Open full insights" }).waitFor();
    await page.locator(".hero .credits a").click();
    await panel.getByText("Insights of this artist").waitFor();
    await rightClick("Track 1");
    await panel.getByText("What you right-clicked").waitFor();
    await panel.getByRole("heading", { name: "Track 1", exact: true }).waitFor();
    await stopWorker(panel);
    await panel.getByRole("button", { name: "Back to the page" }).dispatchEvent("click");
    await panel.getByText("Insights of this artist").waitFor();
    await page.locator(".brand").click();
    await panel.getByText("Nothing to look at here yet").waitFor();
    await panel.getByRole("region", { name: "Your figures" }).getByText(OWN.name).waitFor();
    const another = await chromium.context.newPage();
    await another.goto(`${companion.site.url}/album/300/kaya-noir/nuits`);
    await panel.getByRole("heading", { name: "Nuits" }).waitFor();
    await another.goto("about:blank");
    await panel.getByText("Nothing to look at here yet").waitFor();
  });

  test("a killed background between the click, the panel and the full page loses nothing", async () => {
    const extensionPage = await chromium.openExtensionPage("options.html");
    await openSite();
    await rightClick("Bus de nuit");
    await menuIsOpen();
    await stopWorker(extensionPage);
    await clickPart(page, "menuitem", "Insights");
    await waitForPart(page, "heading", "Bus de nuit");
    await stopWorker(extensionPage);
    const opened = chromium.context.waitForEvent("page");
    await clickPart(page, "button", "Open full insights");
    expect((await opened).url()).toBe(`${companion.serverUrl}/backstage/tracks/7000/insights`);
  });

  test("figures stay with their age while the server cannot be reached, and come back with it", async () => {
    const options = await chromium.openExtensionPage("options.html");
    await openSite();
    await rightClick("Bus de nuit");
    await clickPart(page, "menuitem", "Insights");
    await waitForPart(page, "heading", "Bus de nuit");
    await page.keyboard.press("Escape");
    const { session } = await stored(options);
    const reach = (server: string) => keep(options, { session: { ...session, server } });
    await reach("http://127.0.0.1:1");
    await rightClick("Bus de nuit");
    await clickPart(page, "menuitem", "Insights");
    await waitForPart(page, "StaticText", /^Your server doesn’t answer. These figures are from/);
    await waitForPart(page, "heading", "Bus de nuit");
    await page.keyboard.press("Escape");
    await rightClick("Track 2");
    await clickPart(page, "menuitem", "Insights");
    await waitForPart(page, "heading", "Your server doesn’t answer at the moment.");
    await reach(companion.serverUrl);
    await clickPart(page, "button", "Try again");
    await waitForPart(page, "heading", "Track 2");
  });

  test("an artist on boards shows the level everyone may see; one nobody knows shows nothing more", async () => {
    await openSite("/artist/42/milo-beats");
    await page.locator(".hero .kind").click({ button: "right" });
    await clickPart(page, "menuitem", "Insights");
    await waitForPart(page, "heading", "Insights are for the artist alone");
    await waitForPart(page, "StaticText", /^What everyone may see: level \d+, \w+ Producer\.$/);
    await page.keyboard.press("Escape");
    await page.evaluate(() => history.pushState({}, "", "/artist/999999/nobody"));
    await page.locator(".hero .kind").click({ button: "right" });
    await clickPart(page, "menuitem", "Insights");
    await waitForPart(page, "button", "Copy link");
    expect(await findPart(page, "StaticText", /^What everyone may see/)).toBeUndefined();
  });

  test("a site that has changed is said once, in popup and options, with a diagnosis that names nobody", async () => {
    const options = await chromium.openExtensionPage("options.html");
    await openSite("/demo/beatpass?changed=1");
    await options.getByText("BeatPass seems to have changed").waitFor();
    const popup = await chromium.openExtensionPage("popup.html");
    await popup.setViewportSize({ width: 360, height: 560 });
    await popup.getByText("BeatPass seems to have changed").waitFor();
    const last = await popup.locator("nav").getByRole("button", { name: "Options" }).boundingBox();
    expect((last?.y ?? 560) + (last?.height ?? 0)).toBeLessThanOrEqual(560);
    await chromium.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await options.bringToFront();
    await options.getByRole("button", { name: "Copy diagnosis" }).click();
    await options.getByRole("button", { name: "Diagnosis copied" }).waitFor();
    const diagnosis = await options.evaluate(() => navigator.clipboard.readText());
    expect(diagnosis).toMatch(
      /^BeatPass Companion [\d.]+\nsite map \d+, seen [\d-]+\npage \/\*\/\*\nmissing addresses\n/,
    );
    expect(diagnosis).not.toMatch(/7000|Noir|Bus|127\.0\.0\.1|localhost/);
    await options.getByRole("button", { name: "Dismiss" }).click();
    for (const page of [options, popup])
      await expect.poll(() => page.getByText("BeatPass seems to have changed").count()).toBe(0);
    await popup.close();
  });

  test("text fields, selected text, other links and rows of other things are left alone", async () => {
    await openSite("/track/7000/bus-de-nuit");
    await page.getByLabel("Comment").click({ button: "right" });
    await noMenu();
    await page.locator(".about").click({ button: "right" });
    await noMenu();
    await page.locator(".about-track").selectText();
    await page.locator(".about-track").click({ button: "right", position: { x: 20, y: 8 } });
    await noMenu();
  });

  test("someone else’s track gets a kind line and its link, the same as one nobody knows", async () => {
    await openSite();
    const said: (string | undefined)[] = [];
    for (const path of ["/track/7100/track-100", "/track/999999/nobody-knows"]) {
      await page.evaluate((to) => history.pushState({}, "", to), path);
      await page.locator("main.page").click({ button: "right", position: { x: 300, y: 2 } });
      await clickPart(page, "menuitem", "Insights");
      said.push((await waitForPart(page, "heading", /for the artists on a track/)).name);
      await waitForPart(page, "button", "My artists");
      await waitForPart(page, "button", "Copy link");
      await page.keyboard.press("Escape");
      await waitForNoPart(page, "dialog", "Insights of this track");
    }
    expect(said[0]).toBe(said[1]);
  });

  test("lists that are replaced while scrolling, and pages changed without a load, keep working", async () => {
    await openSite();
    await page
      .locator("main.page")
      .evaluate((main) => main.scrollTo(0, main.querySelector<HTMLElement>(".list")!.offsetTop + 6300));
    await rightClick("Track 100", ".number");
    await menuIsOpen();
    await page.keyboard.press("Escape");
    await row("Track 100").locator("a.name").click();
    await page.locator(".hero").waitFor();
    await page.locator(".hero .kind").click({ button: "right" });
    await menuIsOpen();
    await openSite("/demo/beatpass?restless=1#all");
    await rightClick("Track 3");
    await menuIsOpen();
    const taken = await row("Track 3").elementHandle();
    await expect.poll(() => taken?.evaluate((element) => element.isConnected)).toBe(false);
    await clickPart(page, "menuitem", "Insights");
    await waitForPart(page, "dialog", "Insights of this track");
  });

  test("the site’s own menu stays, ours docks beside it, and both close together", async () => {
    await openSite("/demo/beatpass?menu=1#all");
    await rightClick("Track 1", ".number");
    const ours = await boxOf(page, await menuIsOpen());
    const own = await page.getByRole("menu", { name: "Track" }).boundingBox();
    if (!own) throw new Error("the site's menu is not shown");
    expect(ours.left >= own.x + own.width || ours.right <= own.x).toBe(true);
    await page.getByRole("menuitem", { name: "Share" }).hover();
    const sub = await page.getByRole("menu", { name: "Share" }).boundingBox();
    if (!sub) throw new Error("the site's submenu is not shown");
    await expect
      .poll(async () => {
        const { left, top, right, bottom } = await boxOf(page, await menuIsOpen());
        return left >= sub.x + sub.width || right <= sub.x || top >= sub.y + sub.height || bottom <= sub.y;
      })
      .toBe(true);
    await page.keyboard.press("Escape");
    await waitForNoPart(page, "menu", MENU);
    expect(await page.getByRole("menu", { name: "Track" }).count()).toBe(0);
    await rightClick("Track 2");
    await menuIsOpen();
    await page.getByRole("menuitem", { name: "Add to queue" }).click();
    await waitForNoPart(page, "menu", MENU);
  });

  test("hostile styles of the site change nothing of ours", async () => {
    const boxes = [];
    for (const query of ["", "?hostile=1"]) {
      await openSite(`/track/7000/bus-de-nuit${query}`);
      await page.mouse.click(700, 300, { button: "right" });
      boxes.push(await boxOf(page, await menuIsOpen()));
    }
    expect(boxes[1]).toEqual(boxes[0]);
  });

  test("the browser’s own menu entry opens the same panel", async () => {
    await openSite("/track/7000/bus-de-nuit");
    const info = { menuItemId: "insights-of-link", linkUrl: `${companion.site.url}/track/7001/x`, pageUrl: page.url() };
    await inBackground(`chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) =>
      chrome.contextMenus.onClicked.dispatch(${JSON.stringify(info)}, tab))`);
    await waitForPart(page, "dialog", "Insights of this track");
    await waitForPart(page, "heading", "Track 1");
  });

  test("a page that does not say it is a stand-in is left alone", async () => {
    page = await chromium.context.newPage();
    await page.goto(`${companion.serverUrl}/health`);
    await page.setContent('<a id="x" href="/track/1/x">A track</a>');
    await page.locator("#x").click({ button: "right" });
    await noMenu();
  });

  test("the panel’s button opens the side panel, which nothing else did before", async () => {
    const isOpen = () =>
      inBackground('chrome.runtime.getContexts({ contextTypes: ["SIDE_PANEL"] }).then(({ length }) => length > 0)');
    await openSite("/track/7000/bus-de-nuit");
    await page.locator(".hero .kind").click({ button: "right" });
    await clickPart(page, "menuitem", "Insights");
    await waitForPart(page, "dialog", "Insights of this track");
    expect(await isOpen()).toBe(false);
    await clickPart(page, "button", "Keep open beside the page");
    await expect.poll(isOpen).toBe(true);
  });

  // Last: the extension is another one afterwards.
  test("an update or removal leaves nothing of ours in open pages: no element, no style, no listener", async () => {
    await openSite("/track/7000/bus-de-nuit");
    await page.locator(".hero .kind").click({ button: "right" });
    await clickPart(page, "menuitem", "Insights");
    await waitForPart(page, "dialog", "Insights of this track");
    const listeners = await ourListeners();
    expect((await listeners()).length).toBeGreaterThan(10);
    await inBackground("chrome.runtime.reload()").catch(() => undefined);
    await expect.poll(() => page.locator("beatpass-companion").count(), { timeout: 15_000 }).toBe(0);
    expect(await listeners()).toEqual([]);
    await page.locator(".hero .kind").click({ button: "right" });
    await noMenu();
  });
});

/** The listeners on window and document of our content script, its extension gone or not. */
async function ourListeners(): Promise<() => Promise<string[]>> {
  const session = await page.context().newCDPSession(page);
  const contexts: { uniqueId: string; name: string }[] = [];
  session.on("Runtime.executionContextCreated", ({ context }) => contexts.push(context));
  await session.send("Runtime.enable");
  const ours = contexts.find(({ name }) => name.startsWith(MENU));
  if (!ours) throw new Error("our content script is not in the page");
  return async () => {
    const types: string[] = [];
    for (const expression of ["window", "document"]) {
      const { result } = await session.send("Runtime.evaluate", { expression, uniqueContextId: ours.uniqueId });
      const { listeners } = await session.send("DOMDebugger.getEventListeners", { objectId: result.objectId ?? "" });
      types.push(...listeners.map(({ type }) => type));
    }
    return types.sort();
  };
}

/** Runs code in the extension's background. */
async function inBackground(code: string): Promise<unknown> {
  const worker = chromium.context.serviceWorkers()[0];
  if (!worker) throw new Error("the background does not run");
  return worker.evaluate(code);
}

async function stopWorker(extensionPage: Page): Promise<void> {
  const session = await extensionPage.context().newCDPSession(extensionPage);
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await session.detach();
}
