import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { failUntilTriedAgain } from "./dashboard/fail-until-tried-again.ts";
import { type RunningDashboard, runDashboard } from "./dashboard/running-dashboard.ts";
import { seriousFindings } from "./dashboard/serious-findings.ts";
import { settled } from "./dashboard/settled.ts";
import { tabTo } from "./dashboard/tab-to.ts";

const TRACK = "/backstage/tracks/8000000001/insights";
let dashboard: RunningDashboard;
beforeAll(async () => {
  dashboard = await runDashboard();
});
afterAll(() => dashboard.stop());

const title = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const preset = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

describe("a track's insights", () => {
  test("are of this year, until another range is chosen; the address keeps it", async () => {
    const page = await dashboard.openAsDemo(TRACK);
    await title(page, "Bus de nuit").waitFor();
    expect(await preset(page, "This year").getAttribute("aria-pressed")).toBe("true");
    const asked: string[] = [];
    page.on("request", (request) => request.url().includes("/insights?") && asked.push(request.url()));
    await preset(page, "30 days").click();
    await expect.poll(() => new URL(page.url()).search).toBe("?range=30d");
    await expect.poll(() => asked.length).toBeGreaterThan(0);
    const { searchParams } = new URL(asked[0]!);
    const days = (Date.parse(searchParams.get("to")!) - Date.parse(searchParams.get("from")!)) / 86_400_000 + 1;
    expect(days).toBe(30);
    await settled(page);
    await page.reload();
    await title(page, "Bus de nuit").waitFor();
    expect(await preset(page, "30 days").getAttribute("aria-pressed")).toBe("true");
    await page.goBack();
    await expect.poll(() => preset(page, "This year").getAttribute("aria-pressed")).toBe("true");
    expect(page.complaints).toEqual([]);
  });

  test("keep the figures of one range in sight while the next is on its way", async () => {
    const page = await dashboard.openAsDemo(TRACK);
    await title(page, "Bus de nuit").waitFor();
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    await page.route("**/insights?*", async (route) => {
      await held;
      await route.continue();
    });
    await preset(page, "7 days").click();
    await page.locator(".insights[aria-busy=true]").waitFor();
    expect(await page.getByRole("heading", { name: "Plays over time" }).isVisible()).toBe(true);
    goOn();
    await settled(page);
  });

  test("say what failed, with a way to try again that works", async () => {
    const page = await dashboard.openAsDemo(TRACK);
    await title(page, "Bus de nuit").waitFor();
    const problem = { type: "about:blank", title: "Busy", status: 422, detail: "Not today.", code: "invalid" };
    await failUntilTriedAgain(page, "**/insights?*", (route) =>
      route.fulfill({ status: 422, json: { ...problem, requestId: "request-7" } }),
    );
    await preset(page, "90 days").click();
    const note = page.getByRole("alert").filter({ hasText: "Not today." });
    await note.waitFor();
    expect(await note.textContent()).toContain("request-7");
    await note.getByRole("button").click();
    await title(page, "Bus de nuit").waitFor();
    expect(await note.count()).toBe(0);
  });

  test("of somebody else's track and of none at all are refused in the same words", async () => {
    const texts: (string | null)[] = [];
    for (const id of [await dashboard.strangersTrack(), "no-such-track"]) {
      const page = await dashboard.openAsDemo(`/backstage/tracks/${id}/insights`);
      await title(page, "Insights are for the artists on a track").waitFor();
      texts.push(await page.locator("main").textContent());
      await page.locator("main").getByRole("link", { name: "My artists" }).click();
      await title(page, "Settings").waitFor();
    }
    expect(texts[0]).toBe(texts[1]);
  });
});

describe("the dashboard", () => {
  test("keeps its figures, marked as old, while the server does not answer", async () => {
    const page = await dashboard.openAsDemo("/producer-dashboard");
    await page.getByTestId("xp").waitFor();
    await failUntilTriedAgain(page, "**/v1/dashboard", (route) => route.abort());
    // What a play in another tab does: the stream has the overview read anew.
    await page.request.post(`${dashboard.url}/v1/demo/actions`, {
      data: { action: "play" },
      headers: { origin: dashboard.url },
    });
    const note = page.getByRole("status").filter({ has: page.getByRole("button") });
    await note.waitFor();
    expect(await page.getByTestId("xp").isVisible()).toBe(true);
    await note.getByRole("button").click();
    await expect.poll(() => note.count()).toBe(0);
  });

  test("is walked with the keyboard alone: home, a track, another range", async () => {
    const page = await dashboard.openAsDemo("/producer-dashboard");
    await page.getByRole("link", { name: "Bus de nuit", exact: true }).waitFor();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the page");
    await page.keyboard.press("Enter");
    await tabTo(page, "Bus de nuit");
    await page.keyboard.press("Enter");
    await title(page, "Bus de nuit").waitFor();
    await tabTo(page, "7 days");
    await page.keyboard.press("Space");
    await expect.poll(() => new URL(page.url()).search).toBe("?range=7d");
  });

  test("has nothing serious for axe to find in an answered command or outside", async () => {
    const page = await dashboard.openAsDemo("/demo/channels");
    const line = page.getByRole("textbox", { name: "Type in Slack" });
    await line.fill("/beatpass stats");
    await line.press("Enter");
    await page.getByText("Only you can see this").waitFor();
    const findings = await seriousFindings(page);
    for (const path of ["/sign-in", "/backstage/nothing"]) {
      const other = await dashboard.open(path);
      await settled(other);
      findings.push(...(await seriousFindings(other)));
    }
    expect(findings).toEqual([]);
  });

  test("has a menu that opens and closes on a screen 375 pixels wide", async () => {
    const page = await dashboard.openAsDemo("/producer-dashboard", { viewport: { width: 375, height: 812 } });
    await settled(page);
    const link = page.getByRole("link", { name: "Pair a browser" });
    expect(await link.isVisible()).toBe(false);
    await page.getByRole("button", { name: "Menu" }).click();
    await link.click();
    await title(page, "Pair a browser").waitFor();
    await link.waitFor({ state: "hidden" });
  });
});
