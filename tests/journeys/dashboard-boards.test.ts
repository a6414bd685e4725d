import type { Communities, Leaderboard, RankChange } from "@beatpass/shared/contracts";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { failUntilTriedAgain } from "./dashboard/fail-until-tried-again.ts";
import { hold } from "./dashboard/hold.ts";
import { type OpenPage, type RunningDashboard, runDashboard } from "./dashboard/running-dashboard.ts";
import { seriousFindings } from "./dashboard/serious-findings.ts";
import { settled } from "./dashboard/settled.ts";
import { tabTo } from "./dashboard/tab-to.ts";

const PATH = "/producer-dashboard/leaderboards";

let dashboard: RunningDashboard;
beforeAll(async () => {
  dashboard = await runDashboard();
});
afterAll(() => dashboard.stop());

const title = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
/** A button of the page itself, none of which a figure's name is. */
const chip = (page: Page, name: string) => page.locator(".chip").filter({ hasText: new RegExp(`^${name}$`) });
const rows = (page: Page) =>
  page
    .getByRole("table")
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader") });
const names = (page: Page) => rows(page).locator("bdi").allTextContents();
const podium = (page: Page) => page.getByRole("list", { name: "Top three" }).getByRole("listitem");
const search = (page: Page) => new URL(page.url()).search;
const ask = async (page: OpenPage, path: string): Promise<Leaderboard> =>
  (await page.request.get(`${dashboard.url}/v1/leaderboards/${path}`)).json();
/** The same board with something changed on its way to the page. */
const answering = (page: Page, change: (known: Leaderboard) => Leaderboard): Promise<unknown> =>
  page.route("**/v1/leaderboards/*?*", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ json: change(await answer.json()) });
  });
const openFresh = async (prepare: (page: OpenPage) => Promise<unknown>, path = PATH): Promise<OpenPage> => {
  const page = await dashboard.openAsDemo("/pair");
  await prepare(page);
  await page.goto(dashboard.url + path);
  return page;
};

describe("the leaderboards", () => {
  test("show the first three large, the rest as a list, and one's own place, as the server ranks them", async () => {
    const page = await dashboard.openAsDemo(`${PATH}?category=plays`);
    await settled(page);
    const board = await ask(page, "plays?period=all-time&limit=25");
    expect(await podium(page).locator("bdi").allTextContents()).toEqual(board.rows.slice(0, 3).map(({ name }) => name));
    expect(await names(page)).toEqual(board.rows.slice(3).map(({ name }) => name));
    expect(await page.getByTestId("my-rank").textContent()).toBe(`#${board.me!.rank}`);
    expect(await page.locator(".my-rank").textContent()).toContain(`of ${board.total}`);
    expect(await page.locator(".my-gap").textContent()).toContain(`#${board.me!.toNext!.rank}`);
    await page.getByText(/Refreshed .* · next (in \d+ minutes?|any moment)/).waitFor();
  });

  test("keep the choice in the address, and go back through it", async () => {
    const page = await dashboard.openAsDemo(PATH);
    await settled(page);
    await chip(page, "Uploads").click();
    await expect.poll(() => search(page)).toBe("?category=uploads");
    await chip(page, "30 days").click();
    await expect.poll(() => search(page)).toBe("?category=uploads&period=30d");
    await settled(page);
    await page.reload();
    await settled(page);
    expect(await chip(page, "Uploads").getAttribute("aria-pressed")).toBe("true");
    expect(await chip(page, "30 days").getAttribute("aria-pressed")).toBe("true");
    const season = page.getByRole("combobox", { name: "Season" });
    await season.selectOption({ index: 2 });
    await expect.poll(() => search(page)).toMatch(/^\?category=uploads&period=\d{4}-H[12]$/);
    await page.goBack();
    await page.goBack();
    await expect.poll(() => chip(page, "All time").getAttribute("aria-pressed")).toBe("true");
  });

  test("go on page by page to the last, and begin around oneself where asked", async () => {
    const page = await dashboard.openAsDemo(`${PATH}?category=points`);
    await settled(page);
    const { total, me } = await ask(page, "points?period=all-time&limit=1");
    const more = page.getByRole("button", { name: "Show more" });
    let shown = await rows(page).count();
    while (await more.isVisible()) {
      await more.click();
      await expect.poll(() => rows(page).count()).toBeGreaterThan(shown);
      shown = await rows(page).count();
    }
    expect(shown + 3).toBe(total);
    expect(new Set(await names(page)).size).toBeGreaterThan(100);
    await chip(page, "Around me").click();
    await expect.poll(() => search(page)).toBe("?category=points&from=me");
    await settled(page);
    const mine = rows(page).filter({ hasText: "you" });
    expect(await mine.getByRole("cell").first().textContent()).toBe(String(me!.rank));
    expect(await rows(page).count()).toBe(25);
  });

  test("keep one board in sight, named for what it is, while the next is on its way", async () => {
    const page = await dashboard.openAsDemo(`${PATH}?category=plays`);
    await settled(page);
    const goOn = await hold(page, "**/v1/leaderboards/uploads?*");
    await chip(page, "Uploads").click();
    await page.locator(".board[aria-busy=true]").waitFor();
    expect(await podium(page).first().textContent()).toContain("plays");
    expect(await page.locator(".my-place").textContent()).toContain("Plays · all time");
    goOn();
    await settled(page);
    expect(await podium(page).first().textContent()).toContain("tracks");
  });

  test("say that the list is on its way where it moves to one's own place", async () => {
    const page = await dashboard.openAsDemo(`${PATH}?category=points`);
    await settled(page);
    const goOn = await hold(page, "**/v1/leaderboards/points?*around=me*");
    await chip(page, "Around me").click();
    await page.locator(".board[aria-busy=false] .ranking-pages[aria-busy=true]").waitFor();
    goOn();
    await settled(page);
    expect(await rows(page).filter({ hasText: "you" }).count()).toBe(1);
  });

  test("say why one's rank changed, who was passed and by how much", async () => {
    const change: RankChange = {
      category: "plays",
      period: "all-time",
      changedAt: new Date().toISOString(),
      before: { rank: 25, score: 790, total: 239 },
      now: { rank: 22, score: 805, total: 240 },
      moved: "mine",
      passed: [{ producerId: "p", name: "<b>Mira</b>", rank: 23, previousRank: 22, score: 801, previousScore: 799 }],
      passedBy: [],
      passedCount: 3,
      passedByCount: 0,
    };
    const page = await openFresh(
      (fresh) => fresh.route("**/change?*", (route) => route.fulfill({ json: change })),
      `${PATH}?category=plays`,
    );
    await page.getByText("#25 of 239 → #22 of 240").waitFor();
    await page.getByText("You moved: +15 plays.").waitFor();
    await page.getByText("You moved ahead of <b>Mira</b> (+2 plays) and 2 more.").waitFor();
  });

  test("of a community are asked for among its members, and offered only where there is one", async () => {
    const communities: Communities = {
      communities: [{ id: "c1", platform: "discord", name: "Night Shift", members: 24 }],
    };
    const page = await openFresh((fresh) =>
      fresh.route("**/v1/communities", (route) => route.fulfill({ json: communities })),
    );
    const scope = page.getByRole("combobox", { name: "Among whom" });
    await scope.waitFor();
    const asked = page.waitForRequest((request) => /\/v1\/leaderboards\/overall\?.*community=c1/.test(request.url()));
    await scope.selectOption("Night Shift · Discord · 24 producers");
    await asked;
    await expect.poll(() => search(page)).toBe("?community=c1");
    await page.unroute("**/v1/communities");
    await page.route("**/v1/communities", (route) => route.fulfill({ json: { communities: [] } }));
    await page.goto(dashboard.url + PATH);
    await settled(page);
    expect(await scope.count()).toBe(0);
  });

  test("tell somebody who is not ranked what it takes, and an empty board's next step", async () => {
    const page = await openFresh((fresh) => answering(fresh, ({ me, ...board }) => board));
    await page.getByText("You’re not ranked here yet: your score in this one is still 0.").waitFor();
    expect(await page.getByTestId("my-rank").count()).toBe(0);
    await page.goto(`${dashboard.url}${PATH}?period=2019-H1`);
    await page.getByRole("heading", { name: "Nobody is ranked here yet" }).waitFor();
    await page.getByRole("button", { name: "Show all time" }).click();
    await expect.poll(() => podium(page).count()).toBe(3);
    expect(search(page)).toBe("");
  });

  test("that fail say so with a way to try again; that get old keep their rows, marked", async () => {
    const problem = { type: "about:blank", title: "No", status: 422, detail: "Not today.", code: "invalid" };
    const page = await openFresh(async (fresh) => {
      await failUntilTriedAgain(fresh, "**/v1/leaderboards/overall?*", (route) =>
        route.fulfill({ status: 422, json: { ...problem, requestId: "request-7" } }),
      );
      // A stream that tells of a refresh, breaks off, and is opened again soon.
      const refreshed = { type: "rank", producerId: "demo-1", at: new Date().toISOString() };
      await fresh.route("**/v1/stream", (route) =>
        route.fulfill({
          contentType: "text/event-stream",
          body: `retry: 500\nevent: rank\ndata: ${JSON.stringify(refreshed)}\n\n`,
        }),
      );
    });
    const failed = page.getByRole("alert").filter({ hasText: "request-7" });
    await failed.waitFor();
    await failed.getByRole("button").click();
    await expect.poll(() => podium(page).count()).toBe(3);
    await page.route("**/v1/leaderboards/overall?*", (route) => route.abort());
    await page.locator(".bp-stale").first().waitFor();
    expect(await podium(page).count()).toBe(3);
  });

  test("are walked with the keyboard alone: category, period, around me, what a score means", async () => {
    const page = await dashboard.openAsDemo(PATH);
    await settled(page);
    await page.locator("main").focus();
    await tabTo(page, "Plays");
    await page.keyboard.press("Enter");
    await tabTo(page, "7 days");
    await page.keyboard.press("Space");
    await expect.poll(() => search(page)).toBe("?category=plays&period=7d");
    await settled(page);
    await tabTo(page, "Around me");
    await page.keyboard.press("Enter");
    await expect.poll(() => search(page)).toBe("?category=plays&period=7d&from=me");
    await settled(page);
    await tabTo(page, "Plays");
    await page.keyboard.press("Enter");
    const card = page.getByRole("dialog", { name: "Plays" });
    await card.waitFor();
    expect(await card.textContent()).toContain("n × 24 h from the refresh");
    await page.keyboard.press("Escape");
    await card.waitFor({ state: "hidden" });
  });

  test.each(["dark", "light"] as const)("have nothing serious for axe to find in the %s theme", async (colorScheme) => {
    const page = await dashboard.openAsDemo(`${PATH}?from=me`, { colorScheme });
    await settled(page);
    const findings = await seriousFindings(page);
    await page.goto(`${dashboard.url}${PATH}?category=uploads&period=2019-H1`);
    await settled(page);
    expect([...findings, ...(await seriousFindings(page))]).toEqual([]);
  });

  test("fit a screen 375 pixels wide in French, whatever a name is like", async () => {
    const page = await dashboard.openAsDemo("/pair", { viewport: { width: 375, height: 812 }, locale: "fr-CA" });
    await answering(page, (board) => ({
      ...board,
      rows: board.rows.map((row, index) => (index % 2 ? { ...row, name: `${"Æ".repeat(60)} محمد` } : row)),
    }));
    for (const category of ["overall", "earnings", "points"]) {
      await page.goto(`${dashboard.url}${PATH}?category=${category}`);
      await title(page, "Classements").waitFor();
      await settled(page);
      await rows(page).first().waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
    }
    expect(await page.locator("main").textContent()).not.toMatch(/refresh|ranked|your /i);
  });
});
