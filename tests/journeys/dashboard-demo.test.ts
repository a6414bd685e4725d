import { demoSignInLink } from "@beatpass/server/demo/index.ts";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningDashboard, runDashboard } from "./dashboard/running-dashboard.ts";

let dashboard: RunningDashboard;
beforeAll(async () => {
  dashboard = await runDashboard();
});
afterAll(() => dashboard.stop());

const numberIn = (text: string | null) => Number((text ?? "").replaceAll(/\D/g, ""));
const xpOn = async (page: Page) => numberIn(await page.getByTestId("xp").textContent());
const button = (page: Page, name: string) => page.getByRole("button", { name });
const messagesIn = (page: Page, platform: "Discord" | "Slack") =>
  page.getByRole("log", { name: `Messages in ${platform}` }).getByRole("listitem");
const mark = (page: Page) => page.evaluate(() => void Object.assign(window, { isSamePage: true }));
const isSamePage = (page: Page) => page.evaluate(() => "isSamePage" in window);

/** Whoever led before within the month is back. */
const NUMBER_ONE = /is the new number one|is back at number one/;

describe("the demo", () => {
  test("is opened, signed in, by its one-time link", async () => {
    const page = await dashboard.openAsDemo("/producer-dashboard");
    await page.getByRole("heading", { level: 1, name: "Hello Kaya Noir" }).waitFor();
    await page.getByText("Demo community: made-up people, real arithmetic.").waitFor();
    expect(page.complaints).toEqual([]);
  });

  test("says of a link that was used that it was, and how to get a new one", async () => {
    const link = await demoSignInLink(dashboard.server.dependencies.db, dashboard.server.dependencies.accounts);
    const [first, second] = [await dashboard.open("/sign-in"), await dashboard.open("/sign-in")];
    await first.goto(link!);
    await first.waitForURL(`${dashboard.url}/demo/channels`);
    await second.goto(link!);
    await second.getByText("This link has been used or has expired").waitFor();
    await second.getByText("Start the server again").waitFor();
    expect(new URL(second.url()).searchParams.get("next")).toBeNull();
  });

  test("moves XP on every open page when a play is sent, without a reload", async () => {
    const home = await dashboard.openAsDemo("/producer-dashboard");
    const channels = await dashboard.openAsDemo("/demo/channels");
    const before = await xpOn(home);
    await Promise.all([mark(home), mark(channels)]);
    await button(channels, "Send a play").click();
    await expect.poll(() => xpOn(channels)).toBe(before + 1);
    await expect.poll(() => xpOn(home)).toBe(before + 1);
    expect(await isSamePage(home)).toBe(true);
    expect(await isSamePage(channels)).toBe(true);
    expect([...home.complaints, ...channels.complaints]).toEqual([]);
  });

  test("tells a level-up once in each channel, and has told nothing before it", async () => {
    const page = await dashboard.openAsDemo("/demo/channels");
    const words = await page.getByText(/XP to level/).textContent();
    const [, missing, next] = /^(\d+) XP to level (\d+)$/.exec(words ?? "") ?? [];
    expect(Number(missing)).toBeLessThanOrEqual(3);
    for (const platform of ["Discord", "Slack"] as const)
      expect(await messagesIn(page, platform).filter({ hasText: "reached level" }).count()).toBe(0);
    for (let play = 0; play < Number(missing); play++) await button(page, "Send a play").click();
    for (const platform of ["Discord", "Slack"] as const) {
      const told = messagesIn(page, platform).filter({ hasText: `Kaya Noir reached level ${next}` });
      await told.first().waitFor();
      expect(await told.count()).toBe(1);
      expect(await told.first().textContent()).toContain("“Bus de nuit” got the play that did it");
      expect(await told.first().textContent()).toContain("Demo: made-up people");
    }
    await page.getByRole("img", { name: new RegExp(`^Level ${next},`) }).waitFor();
    await page.reload();
    await messagesIn(page, "Slack").first().waitFor();
    expect(await messagesIn(page, "Slack").filter({ hasText: "reached level" }).count()).toBe(1);
  });

  test("tells an unlock and a new number one once each, the newest last and in sight", async () => {
    const page = await dashboard.openAsDemo("/demo/channels");
    await page.getByTestId("xp").waitFor();
    await button(page, "Unlock an achievement").click();
    for (const platform of ["Discord", "Slack"] as const) {
      const told = messagesIn(page, platform).filter({ hasText: "Kaya Noir unlocked" });
      await told.first().waitFor();
      expect(await told.count()).toBe(1);
    }
    await button(page, "Take number one").click();
    for (const platform of ["Discord", "Slack"] as const) {
      const told = messagesIn(page, platform).filter({ hasText: NUMBER_ONE });
      await told.first().waitFor();
      expect(await told.count()).toBe(1);
      expect(await messagesIn(page, platform).last().textContent()).toMatch(NUMBER_ONE);
      expect(await told.first().textContent()).toContain("Plays · last 7 days");
      const isInSight = await messagesIn(page, platform)
        .last()
        .evaluate((item) => {
          const log = item.closest("[role=log]")!.getBoundingClientRect();
          return item.getBoundingClientRect().bottom <= log.bottom + 1;
        });
      expect(isInSight).toBe(true);
    }
    expect(page.complaints).toEqual([]);
  });

  test.each(["Discord", "Slack"] as const)(
    "answers /beatpass stats typed in %s, for that person alone",
    async (name) => {
      const page = await dashboard.openAsDemo("/demo/channels");
      const line = page.getByRole("textbox", { name: `Type in ${name}` });
      const ask = async (typed: string) => {
        await line.fill(typed);
        await line.press("Enter");
      };
      const answers = messagesIn(page, name).filter({ hasText: "Only you can see this" });
      await ask("/beatpass stats");
      await answers.filter({ hasText: /Kaya Noir · level \d+/ }).waitFor();
      await ask("/beatpass stats Zoë & the Århus Tape Machine Orchestra");
      await answers.filter({ hasText: /Zoë & the Århus Tape Machine Orchestra · level \d+/ }).waitFor();
      await ask("/beatpass stats <b>nobody</b> **bold**");
      await answers.filter({ hasText: "No producer called “<b>nobody</b> **bold**” here." }).waitFor();
      await ask("hello");
      await answers.filter({ hasText: "What I answer here:" }).waitFor();
      expect(await answers.count()).toBe(4);
      await answers.first().getByRole("button", { name: "Dismiss" }).click();
      await expect.poll(() => answers.count()).toBe(3);
      const other = name === "Discord" ? "Slack" : "Discord";
      expect(await messagesIn(page, other).filter({ hasText: "Only you can see this" }).count()).toBe(0);
    },
  );

  test("speaks French where the browser does, and keeps what is chosen instead", async () => {
    const page = await dashboard.openAsDemo("/producer-dashboard", { locale: "fr-CA" });
    await page.getByRole("heading", { name: "Bonjour Kaya Noir" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("fr");
    await page.getByLabel("Langue").selectOption("English");
    await page.getByRole("heading", { name: "Hello Kaya Noir" }).waitFor();
    await page.getByLabel("Theme").selectOption("Light");
    await page.reload();
    await page.getByRole("heading", { name: "Hello Kaya Noir" }).waitFor();
    expect(await page.locator("html").getAttribute("data-theme")).toBe("light");
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
      "rgb(247, 247, 249)",
    );
  });

  // The last one: it takes the demo away.
  test("goes away after a question, and signs its producer out", async () => {
    const page = await dashboard.openAsDemo("/producer-dashboard");
    await button(page, "Remove demo data").click();
    const dialog = page.getByRole("dialog", { name: "Remove the demo?" });
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await expect.poll(() => dialog.count()).toBe(0);
    expect(await xpOn(page)).toBeGreaterThan(0);
    await button(page, "Remove demo data").click();
    await dialog.getByRole("button", { name: "Remove demo data" }).click();
    await page.getByText("The demo is removed.").waitFor();
    await page.getByText("its terminal prints the first administrator’s link").waitFor();
    expect(page.url()).toBe(`${dashboard.url}/sign-in?demo-removed`);
    const { rows } = await dashboard.server.dependencies.db.$client.execute("select count(*) as n from producers");
    expect(Number(rows[0]?.n)).toBe(0);
  });
});
