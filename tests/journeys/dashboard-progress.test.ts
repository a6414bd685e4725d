import type { Progress } from "@beatpass/shared/contracts";
import { ACHIEVEMENTS, standingForXp, XP_SOURCES } from "@beatpass/shared/rules";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { failUntilTriedAgain } from "./dashboard/fail-until-tried-again.ts";
import { type RunningDashboard, runDashboard } from "./dashboard/running-dashboard.ts";
import { seriousFindings } from "./dashboard/serious-findings.ts";
import { settled } from "./dashboard/settled.ts";
import { tabTo } from "./dashboard/tab-to.ts";

const PATH = "/producer-dashboard/progress";

let dashboard: RunningDashboard;
beforeAll(async () => {
  dashboard = await runDashboard();
});
afterAll(() => dashboard.stop());

const title = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const filter = (page: Page, name: RegExp) => page.getByRole("button", { name });
const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const slugs = (page: Page) =>
  region(page, "Achievements")
    .locator("[data-slug]")
    .evaluateAll((cards) => cards.map((card) => card.getAttribute("data-slug")));
/** The page before answers of our own making. */
const answering = async (page: Page, change: (known: Progress) => Progress): Promise<void> => {
  await page.route("**/v1/progress", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ json: change(await answer.json()) });
  });
};

describe("the progress page", () => {
  test("tells level, XP by source and every achievement as the server has them", async () => {
    const page = await dashboard.openAsDemo(PATH);
    await title(page, "Progress").waitFor();
    const progress: Progress = await (await page.request.get(`${dashboard.url}/v1/progress`)).json();
    const exact = (value: number) => new Intl.NumberFormat("en").format(value);
    await expect.poll(() => page.getByTestId("xp").textContent()).toBe(exact(progress.xp));
    expect(await page.getByRole("heading", { name: progress.title }).count()).toBe(1);
    const sources = await page.locator(".xp-source-xp").allTextContents();
    expect(sources).toEqual(progress.sources.map(({ xp }) => exact(xp)));
    expect(await page.locator(".xp-source-product").first().textContent()).toBe(`${progress.sources[0]!.count} × 100`);
    expect((await slugs(page)).toSorted()).toEqual(ACHIEVEMENTS.map(({ slug }) => slug).toSorted());
    const unlocked = progress.achievements.filter(({ unlockedAt }) => unlockedAt !== undefined);
    expect(unlocked.length).toBeGreaterThan(0);
    expect(await region(page, "Achievements").locator(".achievement.unlocked").count()).toBe(unlocked.length);
    expect(page.complaints).toEqual([]);
  });

  test("puts what is closest first among the locked, and the address keeps the filter", async () => {
    const page = await dashboard.openAsDemo(PATH);
    await settled(page);
    await filter(page, /^Locked/).click();
    await expect.poll(() => new URL(page.url()).search).toBe("?show=locked");
    const shares = await region(page, "Achievements")
      .getByRole("progressbar")
      .evaluateAll((bars) => bars.map((bar) => (bar as HTMLProgressElement).value));
    expect(shares.length).toBeGreaterThan(5);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    await page.getByRole("combobox", { name: "Category" }).selectOption({ label: "Genre" });
    await expect.poll(() => new URL(page.url()).search).toBe("?show=locked&category=genre");
    const genre = ACHIEVEMENTS.filter(({ category }) => category === "genre").map(({ slug }) => slug);
    for (const slug of await slugs(page)) expect(genre).toContain(slug);
    await page.reload();
    await settled(page);
    expect(await filter(page, /^Locked/).getAttribute("aria-pressed")).toBe("true");
    await page.goBack();
    await page.goBack();
    await expect.poll(() => filter(page, /^All/).getAttribute("aria-pressed")).toBe("true");
    expect((await slugs(page)).length).toBe(ACHIEVEMENTS.length);
  });

  test("opens what a figure means with the keyboard, with one's own arithmetic, and gives the focus back", async () => {
    const page = await dashboard.openAsDemo(PATH);
    await settled(page);
    await page.locator("main").focus();
    await tabTo(page, /^[\d,]+ XP to level \d+$/);
    const name = await page.evaluate(() => document.activeElement?.textContent);
    await page.keyboard.press("Enter");
    const card = page.getByRole("dialog", { name: "Progress within the level" });
    await card.waitFor();
    expect(await card.textContent()).toContain("(XP − XP of this level) ÷ (XP of the next − XP of this level)");
    const { xpForLevel, xpForNext, xp } = await (await page.request.get(`${dashboard.url}/v1/progress`)).json();
    const [from, to, now] = [xpForLevel, xpForNext, xp].map((value) => new Intl.NumberFormat("en").format(value));
    expect(await card.textContent()).toContain(`(${now} − ${from}) ÷ (${to} − ${from})`);
    await page.keyboard.press("Escape");
    await card.waitFor({ state: "hidden" });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(name);
  });

  test("moves when a play is paid, without being loaded anew", async () => {
    const page = await dashboard.openAsDemo(PATH);
    await settled(page);
    const before = await page.getByTestId("xp").textContent();
    await page.request.post(`${dashboard.url}/v1/demo/actions`, {
      data: { action: "play" },
      headers: { origin: dashboard.url },
    });
    await expect.poll(() => page.getByTestId("xp").textContent()).not.toBe(before);
  });

  test("of somebody who begins says what the first upload is worth by the rules that hold", async () => {
    const page = await dashboard.openAsDemo("/pair");
    await answering(page, (known) => ({
      ...known,
      ...standingForXp(0),
      xp: 0,
      rules: { ...known.rules, upload: 283 },
      sources: XP_SOURCES.map((source) => ({ source, xp: 0, count: 0 })),
      achievements: known.achievements.map(({ unlockedAt, current, target, ...rest }) => rest),
      counts: { unlocked: 0, total: known.counts.total },
    }));
    await page.goto(dashboard.url + PATH);
    await page.getByText("Your first upload is worth 283 XP, which is level 3.").waitFor();
    await page.getByRole("heading", { name: `${ACHIEVEMENTS.length} to go` }).waitFor();
    expect(await page.getByText("0%", { exact: true }).count()).toBe(0);
    await filter(page, /^Unlocked/).click();
    await page.getByText("Nothing of this kind is unlocked yet.").waitFor();
  });

  test("of an account without an artist says so, instead of figures of nobody", async () => {
    const page = await dashboard.openAsDemo("/pair");
    await page.route("**/v1/session", async (route) => {
      const { producer, ...nobody } = await (await route.fetch()).json();
      await route.fulfill({ json: nobody });
    });
    await page.goto(dashboard.url + PATH);
    await title(page, "Connect BeatPass to fill this page").waitFor();
  });

  test("that fails says so with a way to try again; that gets old keeps its figures, marked", async () => {
    const page = await dashboard.openAsDemo("/pair");
    const problem = { type: "about:blank", title: "Busy", status: 422, detail: "Not today.", code: "invalid" };
    await failUntilTriedAgain(page, "**/v1/progress", (route) =>
      route.fulfill({ status: 422, json: { ...problem, requestId: "request-7" } }),
    );
    await page.goto(dashboard.url + PATH);
    const failed = page.getByRole("alert").filter({ hasText: "request-7" });
    await failed.waitFor();
    await failed.getByRole("button").click();
    await page.getByTestId("xp").waitFor();
    await failUntilTriedAgain(page, "**/v1/progress", (route) => route.abort());
    await page.request.post(`${dashboard.url}/v1/demo/actions`, {
      data: { action: "play" },
      headers: { origin: dashboard.url },
    });
    const stale = page.getByRole("status").filter({ has: page.getByRole("button", { name: "Try again" }) });
    await stale.waitFor();
    expect(await page.getByTestId("xp").isVisible()).toBe(true);
    await stale.getByRole("button").click();
    await expect.poll(() => stale.count()).toBe(0);
  });

  test.each(["dark", "light"] as const)("has nothing serious for axe to find in its %s theme", async (colorScheme) => {
    const page = await dashboard.openAsDemo(PATH, { colorScheme });
    await settled(page);
    await page.getByText("How XP works").click();
    await page.getByRole("button", { name: /^Level \d+$/ }).click();
    await page.getByRole("dialog", { name: "Level" }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  test("fits a screen 375 pixels wide, with what a figure means within it, in French", async () => {
    const page = await dashboard.openAsDemo(PATH, { viewport: { width: 375, height: 812 }, locale: "fr-CA" });
    await title(page, "Progression").waitFor();
    await settled(page);
    await page.getByText("Comment marche l’XP").click();
    await page.getByRole("button", { name: "Proportion qui l’a" }).click();
    const card = page.getByRole("dialog", { name: "Proportion qui l’a" });
    // It is placed, and then has the focus, in the frame after it is shown.
    await expect.poll(() => card.evaluate((part) => part === document.activeElement)).toBe(true);
    const box = await card.boundingBox();
    expect(box!.x).toBeGreaterThanOrEqual(0);
    expect(box!.x + box!.width).toBeLessThanOrEqual(375);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
    const words = await page.locator("main").textContent();
    expect(words).not.toMatch(/unlocked|level \d|to go|have it/i);
  });
});
