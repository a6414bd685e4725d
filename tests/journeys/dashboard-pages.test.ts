import { insightsPath } from "@beatpass/shared/links";
import type { BrowserContextOptions, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DASHBOARD_PAGES } from "../pages/dashboard-pages.ts";
import { failUntilTriedAgain } from "./dashboard/fail-until-tried-again.ts";
import { hold } from "./dashboard/hold.ts";
import { type OpenPage, type RunningDashboard, runDashboard } from "./dashboard/running-dashboard.ts";
import { seriousFindings } from "./dashboard/serious-findings.ts";
import { settled } from "./dashboard/settled.ts";
import { signInThrough } from "./dashboard/sign-in-through.ts";
import { walkWithTab } from "./dashboard/walk-with-tab.ts";
import { sendEvents } from "./server/send-events.ts";

let dashboard: RunningDashboard;
beforeAll(async () => {
  dashboard = await runDashboard();
});
afterAll(() => dashboard.stop());

let people = 0;
/** A tab of somebody new, signed in. */
async function openAs(who: { admin?: boolean; producerId?: string }, options?: BrowserContextOptions) {
  const email = `person-${++people}@example.org`;
  const link = await dashboard.invite(email, who);
  const page = await dashboard.open("/sign-in", options);
  await signInThrough(page, link, email);
  return page;
}

/** The demo's own producer, who administers as well: every page is theirs. */
const openAsOwner = (options?: BrowserContextOptions) => openAs({ admin: true, producerId: "demo-1" }, options);

const visit = async (page: OpenPage, path: string) => {
  await page.goto(dashboard.url + path);
  await settled(page);
};

describe("every page", () => {
  test.each([
    { colorScheme: "dark", width: 1440, height: 900, locale: "en-US", lang: "en" },
    { colorScheme: "light", width: 375, height: 812, locale: "fr-FR", lang: "fr" },
  ] as const)(
    "has nothing serious for axe and fits, $colorScheme, $width pixels wide, in $lang; Tab reaches all of it, in sight",
    async ({ colorScheme, width, height, locale, lang }) => {
      const page = await openAsOwner({ colorScheme, viewport: { width, height }, locale });
      const found: Record<string, unknown> = {};
      for (const { name, path } of DASHBOARD_PAGES) {
        await visit(page, path);
        const findings = await seriousFindings(page);
        const seen = await page.evaluate(() => ({
          lang: document.documentElement.lang,
          width: document.documentElement.scrollWidth,
        }));
        const { unreached, unmarked } = await walkWithTab(page);
        const isRight = seen.width <= width && seen.lang === lang;
        if (findings.length + unreached.length + unmarked.length > 0 || !isRight)
          found[name] = { findings, unreached, unmarked, ...seen };
      }
      expect(found).toEqual({});
      expect(page.complaints).toEqual([]);
    },
  );
});

test("a list beside the sidebar keeps to the page, and its titles have room", async () => {
  const page = await openAsOwner({ locale: "fr-FR" });
  for (const path of ["/producer-dashboard/tracks", "/producer-dashboard/albums"]) {
    await visit(page, path);
    for (const width of [900, 1024, 1100, 1200, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const seen = await page.evaluate(() => ({
        page: document.documentElement.scrollWidth,
        lists: [...document.querySelectorAll(".data-table-room")].map((room) => room.scrollWidth - room.clientWidth),
        titles: Math.min(...[...document.querySelectorAll(".titled-words")].map((words) => words.clientWidth)),
      }));
      expect(seen, `${path} at ${width}`).toMatchObject({ page: width, lists: [0] });
      expect(seen.titles, `${path} at ${width}`).toBeGreaterThanOrEqual(110);
    }
  }
});

test("leaderboards and settings fit the narrowest phone in French", async () => {
  const page = await openAsOwner({ locale: "fr-FR", viewport: { width: 320, height: 700 } });
  for (const path of ["/producer-dashboard/leaderboards", "/settings"]) {
    await visit(page, path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(320);
  }
});

/** Pages whose figures follow plays, with what they ask the server for. */
const FIGURES = [
  { name: "home", path: "/producer-dashboard", asks: "**/v1/dashboard" },
  { name: "progress", path: "/producer-dashboard/progress", asks: "**/v1/progress" },
  { name: "tracks", path: "/producer-dashboard/tracks", asks: "**/v1/tracks" },
  { name: "albums", path: "/producer-dashboard/albums", asks: "**/v1/albums" },
  { name: "activity", path: "/producer-dashboard/activity", asks: "**/v1/activity?*" },
  { name: "insights", path: "/backstage/tracks/8000000001/insights", asks: "**/v1/**/insights" },
  { name: "compare", path: "/backstage/tracks/8000000001/insights?compare=8000000002", asks: "**/release-curve" },
] as const;

const problem = (route: Route) =>
  route.fulfill({
    status: 422,
    json: {
      type: "about:blank",
      title: "No",
      status: 422,
      detail: "Not now.",
      code: "invalid",
      requestId: "request-9",
    },
  });

describe("a server that is slow, fails or cannot be reached", () => {
  test("shows the shape of what comes, what failed with the request to quote, and old figures marked with their age", async () => {
    const page = await dashboard.openAsDemo("/pair");
    for (const { name, path, asks } of FIGURES) {
      const held = Promise.withResolvers<void>();
      let fail: (route: Route) => Promise<void> = async (route) => {
        await held.promise;
        await problem(route);
      };
      await failUntilTriedAgain(page, asks, (route) => fail(route));
      await page.goto(dashboard.url + path);
      await page.locator(".bp-skeleton[aria-busy=true]").first().waitFor();
      held.resolve();
      const failed = page.getByRole("alert").filter({ hasText: "Not now." }).first();
      await failed.waitFor();
      expect(await failed.textContent(), name).toContain("request-9");
      await failed.getByRole("button", { name: "Try again" }).click();
      await expect.poll(() => failed.count(), { message: name }).toBe(0);
      await settled(page);

      const figures = page.locator("main").locator(".bp-figure-value, td, .achievement");
      const count = await figures.count();
      await page.evaluate(() => Object.assign(window, { triedAgain: false }));
      fail = (route) => route.abort();
      // What a play in another tab does: everything that depends on it is read anew.
      await page.request.post(`${dashboard.url}/v1/demo/actions`, {
        data: { action: "play" },
        headers: { origin: dashboard.url },
      });
      const old = page.getByRole("status").filter({ hasText: "Last known figures" }).first();
      await old.waitFor();
      expect(await figures.count(), name).toBe(count);
      await old.getByRole("button", { name: "Try again" }).click();
      await expect.poll(() => old.count(), { message: name }).toBe(0);
      await page.unrouteAll({ behavior: "ignoreErrors" });
    }
  });

  test("says so without network, and brings the page once it is back", async () => {
    const page = await dashboard.openAsDemo("/producer-dashboard");
    await settled(page);
    // The other pages have come by now, with all they need: they open without a network.
    const script = await page.waitForFunction(
      () =>
        performance.getEntriesByType("resource").find(({ name }) => /\/leaderboards-page-[^/]+\.js$/.test(name))?.name,
    );
    // As a text: in a function the import would become the test runner's own.
    await page.evaluate(`import(${JSON.stringify(await script.jsonValue())}).then(() => true)`);
    await page.context().setOffline(true);
    await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Leaderboards" }).click();
    await page.getByText("Check your connection and try again").first().waitFor();
    await page.context().setOffline(false);
    await page.getByText(/producers ranked/).waitFor();
  });
});

describe("a page with a chart", () => {
  test("can be used before the chart has come", async () => {
    const page = await dashboard.openAsDemo("/pair");
    const goOn = await hold(page, "**/assets/bar-chart-*.js");
    await page.goto(`${dashboard.url}/backstage/tracks/8000000001/insights`);
    await page.getByRole("heading", { level: 1, name: "Bus de nuit" }).waitFor();
    await page.getByRole("button", { name: "30 days", exact: true }).click();
    await expect.poll(() => new URL(page.url()).search).toBe("?range=30d");
    expect(await page.locator(".bp-chart").count()).toBe(0);
    goOn();
    await page.locator(".bp-chart").first().waitFor();
  });
});

describe("somebody else's", () => {
  test("track, album and artist look the same as ones that do not exist", async () => {
    const page = await openAs({});
    for (const [kind, known] of [
      ["track", "8000000001"],
      ["album", "7000000002"],
      ["artist", "9000000001"],
    ] as const) {
      const words: (string | null)[] = [];
      for (const id of [known, "404404404"]) {
        await page.goto(dashboard.url + insightsPath({ kind, id }));
        await page.getByRole("heading", { level: 1, name: /^Insights are for the artist/ }).waitFor();
        words.push(await page.locator("main").textContent());
      }
      if (kind !== "artist") expect(words[0], kind).toBe(words[1]);
    }
  });

  test("address is answered with a page to a person, and with a problem to a program", async () => {
    const page = await openAs({});
    const answer = await page.goto(`${dashboard.url}/no-such-page`);
    await page.getByText("There’s nothing for you at this address.").waitFor();
    expect(answer?.status()).toBe(404);
    const problem = await page.request.get(`${dashboard.url}/no-such-page`);
    expect([problem.status(), await problem.json()]).toMatchObject([404, { code: "not_found" }]);
  });
});

describe("a producer with nothing yet", () => {
  test("finds on every page what to do next, and no figure that is made up", async () => {
    const time = new Date(Date.now() - 3_600_000).toISOString();
    const artist = { artistId: "55", name: "New Name", producerId: "newcomer", vouched: true };
    await sendEvents(dashboard.server.dependencies.writer, [
      { specversion: "1.0", id: "n1", source: "s", type: "ca.beatpass.artist.updated", time, data: artist },
    ]);
    const page = await openAs({ producerId: "newcomer" });
    const next: Record<string, RegExp> = {
      "/producer-dashboard": /No tracks yet.*Upload on BeatPass/s,
      "/producer-dashboard/progress": /to go|Closest to unlock/,
      "/producer-dashboard/tracks": /No tracks yet.*Upload on BeatPass/s,
      "/producer-dashboard/albums": /No albums yet.*See your tracks/s,
      "/producer-dashboard/activity": /Nothing on the calendar yet.*Upload on BeatPass/s,
      "/producer-dashboard/leaderboards": /Nobody is ranked here yet|it takes one public track/,
      "/backstage/artists/55/insights": /No plays yet/,
    };
    for (const [path, words] of Object.entries(next)) {
      await visit(page, path);
      await expect.poll(() => page.locator("main").textContent(), { message: path }).toMatch(words);
    }
    expect(page.complaints).toEqual([]);
  });
});
