import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ChromiumWithExtension, launchChromiumWithExtension } from "../browsers/chromium-extension.ts";
import { seriousFindings } from "./dashboard/serious-findings.ts";
import { type Companion, OWN, PERSON, startCompanion } from "./extension/companion.ts";

const BUILD = fileURLToPath(new URL("../../extension/.output/demo/chrome-mv3", import.meta.url));

let companion: Companion;
let chromium: ChromiumWithExtension;
let options: Page;

beforeAll(async () => {
  companion = await startCompanion();
  chromium = await launchChromiumWithExtension(BUILD);
  options = await chromium.openExtensionPage("options.html");
});
afterAll(async () => {
  await chromium.close();
  await companion.close();
});

async function openPopup(): Promise<Page> {
  const popup = await chromium.openExtensionPage("popup.html");
  await popup.setViewportSize({ width: 360, height: 560 });
  return popup;
}

async function stopWorker(): Promise<void> {
  const session = await options.context().newCDPSession(options);
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await session.detach();
}

/** The alarm rings, as it does every few minutes. */
const ring = () => options.evaluate("chrome.alarms.create('news', { when: Date.now() })");
/** A worker that starts sets the usual alarm anew where there is none. */
const hasRung = () =>
  options.evaluate("chrome.alarms.get('news').then((alarm) => !alarm || 'periodInMinutes' in alarm)");
const badge = () => options.evaluate<string>("chrome.action.getBadgeText({})");
const shown = () => options.evaluate<string[]>("chrome.notifications.getAll().then(Object.keys)");
/** How much is known since the last reading of news; -1 before the first, and while a switch waits for one. */
const known = () =>
  options.evaluate<number>(`chrome.storage.local.get('news').then(
    ({ news }) => (news?.known && news.hush.length === 0 ? news.known.length : -1))`);

describe("pairing in the popup", () => {
  test("the invite link is all there is to paste: the code is shown, and survives popup and background", async () => {
    const popup = await openPopup();
    await popup.getByRole("button", { name: "Use another link" }).click();
    await popup
      .getByLabel("Invite link or server address")
      .fill(`Pair your browser: ${companion.serverUrl}/pair?code=AAAA-AAAA`);
    await popup.getByRole("button", { name: "Pair this browser" }).click();
    const code = (await popup.getByLabel("Pairing code").textContent()) ?? "";
    expect(code).not.toBe("AAAA-AAAA");
    await popup.close();
    await stopWorker();
    const again = await openPopup();
    expect(await again.getByLabel("Pairing code").textContent()).toBe(code);
    await companion.approve(code);
    await again.getByRole("heading", { name: OWN.name }).waitFor();
  });
});

describe("the popup", () => {
  test("says what changed first, shows every figure and leads everywhere, without scrolling", async () => {
    const popup = await openPopup();
    await popup.getByText(/^(Since|Nothing new since) /).waitFor();
    expect(await popup.locator("article > *").first().textContent()).toMatch(/^(Since|Nothing new since) /);
    for (const text of [/XP to level/, "Tracks", "Followers", /Best all-time rank/, /plays in 24 h/, "Closest unlock"])
      await popup.getByText(text).first().waitFor();
    const last = await popup.getByRole("button", { name: "Options" }).boundingBox();
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(560);
    for (const [name, path] of [
      ["Activity", "/producer-dashboard/activity"],
      ["Leaderboards", "/producer-dashboard/leaderboards"],
    ] as const) {
      const opened = chromium.context.waitForEvent("page");
      await popup.getByRole("button", { name }).click();
      const page = await opened;
      await page.waitForURL((url) => url.pathname === path || url.searchParams.get("next") === path);
      await page.close();
    }
    await popup.close();
  });

  test("keeps its figures, a missing one as missing, and says from when they are while its server is away", async () => {
    await options.evaluate("chrome.storage.local.get().then((kept) => { globalThis.kept = kept; })");
    // A figure that nobody told of is kept as such.
    await options.evaluate("globalThis.untold = structuredClone(kept.view), delete untold.figures.dashboard.followers");
    await options.evaluate(`chrome.storage.local.set({
      session: { ...kept.session, server: 'http://127.0.0.1:9' }, view: { ...untold, server: 'http://127.0.0.1:9' } })`);
    const popup = await openPopup();
    await popup.getByText(/127\.0\.0\.1:9 hasn’t answered since/).waitFor();
    await popup.getByRole("heading", { name: OWN.name }).waitFor();
    const followers = popup.locator("dl").filter({ hasText: "Followers" });
    expect(await followers.locator("dd").textContent()).toBe("–BeatPass doesn’t tell this server");
    await options.evaluate("chrome.storage.local.set({ session: kept.session })");
    await popup.getByRole("button", { name: "Try again" }).click();
    await popup.getByText(/hasn’t answered since/).waitFor({ state: "detached" });
    await options.evaluate("chrome.storage.local.set({ view: kept.view })");
    await popup.close();
  });
});

describe("news", () => {
  test("is told once though the background is stopped, opens its page, and leaves the icon when looked at", async () => {
    await options.getByRole("switch", { name: "Count on the icon" }).click();
    await expect.poll(known).toBeGreaterThan(0);
    await options.getByRole("switch", { name: "Level-ups" }).click();
    await expect
      .poll(() =>
        options.evaluate("chrome.storage.local.get('settings').then(({ settings }) => settings.notify['level-up'])"),
      )
      .toBe(true);
    await expect.poll(known).toBeGreaterThan(0);
    // What there was before the switch is no news.
    expect(await badge()).toBe("");
    await stopWorker();
    await companion.raiseLevel();
    await ring();
    await expect.poll(badge).not.toBe("");
    await expect.poll(shown).toHaveLength(1);
    const before = { badge: await badge(), known: await known() };
    await stopWorker();
    await ring();
    await expect.poll(hasRung).toBe(true);
    await expect.poll(shown).toHaveLength(1);
    expect({ badge: await badge(), known: await known() }).toEqual(before);
    const [id] = await shown();
    expect(id).toMatch(/^news\|.+\|\/producer-dashboard\/progress$/);
    const popup = await openPopup();
    await expect.poll(badge).toBe("");
    await expect.poll(shown).toEqual([]);
    await popup.close();
  });

  test("is counted and not notified while the site or the dashboard is in front", async () => {
    const site = await chromium.context.newPage();
    await site.goto(`${companion.site.url}/demo/beatpass`);
    await site.locator(".player .row").waitFor();
    await companion.raiseLevel();
    await ring();
    await expect.poll(badge).toBe("1");
    expect(await shown()).toEqual([]);
    await site.close();
    const dashboard = await chromium.context.newPage();
    await dashboard.goto(`${companion.serverUrl}/producer-dashboard`);
    await dashboard.getByLabel("E-mail").fill(PERSON.email);
    await dashboard.getByLabel("Password").fill(PERSON.password);
    const followed = dashboard.waitForResponse((response) => response.url().endsWith("/v1/stream"));
    await dashboard.getByRole("button", { name: "Sign in" }).click();
    await followed;
    await companion.raiseLevel();
    await ring();
    await expect.poll(badge).toBe("2");
    expect(await shown()).toEqual([]);
    await dashboard.close();
  });
});

describe("options and popup", () => {
  test("have nothing that axe finds serious, in both themes and both languages, and remember the choice", async () => {
    const popup = await openPopup();
    for (const [theme, language, title] of [
      ["light", "fr", "Options"],
      ["dark", "en", "Options"],
    ] as const) {
      await options.locator("select").nth(1).selectOption(theme);
      await options.locator("select").nth(0).selectOption(language);
      for (const page of [options, popup]) {
        await page.waitForFunction(
          ([theme, language]) =>
            document.documentElement.dataset.theme === theme && document.documentElement.lang === language,
          [theme, language] as const,
        );
        expect(await seriousFindings(page)).toEqual([]);
      }
      await options.getByRole("heading", { name: title }).waitFor();
    }
    await popup.close();
    await options.reload();
    await expect.poll(() => options.locator("html").getAttribute("data-theme")).toBe("dark");
  });

  test("list what is kept, and clear all of it, on the server too", async () => {
    await options.getByText("Your session with the server").waitFor();
    await options.getByRole("button", { name: "Clear everything" }).click();
    await options.getByRole("button", { name: "Clear it all" }).click();
    await options.getByText("Nothing.", { exact: true }).waitFor();
    expect(await options.evaluate("chrome.storage.local.get().then(Object.keys)")).toEqual([]);
    expect(await badge()).toBe("");
    await options.getByRole("button", { name: "Pair this browser" }).waitFor();
  });
});
