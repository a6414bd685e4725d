import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readConfig } from "@beatpass/server/config.ts";
import { demoSignInLink } from "@beatpass/server/demo/index.ts";
import { fillEmptyDatabase } from "@beatpass/server/first-steps.ts";
import { startServer } from "@beatpass/server/start-server.ts";
import type { BrowserContext, Page } from "playwright-core";
import { clickPart, waitForPart } from "../browsers/accessible.ts";
import { launchChromiumWithExtension } from "../browsers/chromium-extension.ts";

/** Takes the pictures of the README and docs from the real thing: server, demo, dashboard, extension. */
const OUT = fileURLToPath(new URL("../../docs/screenshots/", import.meta.url));
const EXTENSION = fileURLToPath(new URL("../../extension/.output/demo/chrome-mv3", import.meta.url));
const DESKTOP = { width: 1440, height: 900 };
/** A4 at 96 dots an inch, less its margins. */
const PAPER = { width: 688, height: 1017 };
const PHONE = { width: 375, height: 812 };

mkdirSync(OUT, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), "beatpass-screenshots-"));
const config = readConfig({ PORT: "0", LOG_LEVEL: "error", DATABASE_URL: `file:${join(folder, "beatpass.db")}` });
const server = await startServer(config, fillEmptyDatabase);
const link = await demoSignInLink(server.dependencies.db, server.dependencies.accounts);
const dark = await launchChromiumWithExtension(EXTENSION, { colorScheme: "dark", locale: "en-US" });

const page = await dark.context.newPage();
await page.setViewportSize(DESKTOP);
await page.goto(link!);
await playTheDemo(page);
await shoot(page, "channels-dark");
await visit(page, "/producer-dashboard", "dashboard-dark");
await visit(page, "/producer-dashboard/progress", "progress-dark", true);
await visit(page, "/producer-dashboard/leaderboards?category=plays", "leaderboards-dark");
await visit(page, "/backstage/tracks/8000000001/insights", "insights-dark", true);
await visit(page, "/producer-dashboard/tracks", "tracks-dark", true);
await visit(page, "/producer-dashboard/albums", "albums-dark");
await visit(page, "/producer-dashboard/activity?downloads=all", "activity-dark", true);
await visit(page, "/backstage/artists/9000000001/insights", "artist-insights-dark", true);
await visit(page, "/pair", "pair-dark");
await inLight(page, async () => {
  await visit(page, "/producer-dashboard", "dashboard-light");
  await visit(page, "/producer-dashboard/progress", "progress-light");
  await visit(page, "/producer-dashboard/leaderboards?category=plays", "leaderboards-light");
  await visit(page, "/backstage/tracks/8000000001/insights", "insights-light");
  await visit(page, "/producer-dashboard/tracks", "tracks-light", true);
  await visit(page, "/producer-dashboard/activity?downloads=all", "activity-light", true);
  await visit(page, "/backstage/albums/7000000002/insights", "album-insights-light", true);
  await visit(page, "/demo/channels", "channels-light");
  await shootPaper(page);
});
await page.setViewportSize(PHONE);
await visit(page, "/producer-dashboard", "dashboard-phone");
await visit(page, "/producer-dashboard/progress", "progress-phone");
await visit(page, "/producer-dashboard/leaderboards?category=plays", "leaderboards-phone");
await visit(page, "/backstage/tracks/8000000001/insights", "insights-phone");
await visit(page, "/producer-dashboard/tracks", "tracks-phone");
await visit(page, "/producer-dashboard/activity?downloads=all", "activity-phone");
await pairAndShootExtension(dark.context, page);
await dark.close();
await server.stop();
rmSync(folder, { recursive: true, force: true });

async function shoot(from: Page, name: string, fullPage = false): Promise<void> {
  await from.waitForTimeout(700);
  await from.screenshot({ path: join(OUT, `${name}.png`), fullPage });
}

async function visit(from: Page, path: string, name: string, fullPage = false): Promise<void> {
  await from.goto(server.url + path);
  await from.locator("h1").first().waitFor();
  await from.waitForLoadState("load");
  await shoot(from, name, fullPage);
}

async function inLight(from: Page, work: () => Promise<void>): Promise<void> {
  await from.emulateMedia({ colorScheme: "light" });
  await work();
  await from.emulateMedia({ colorScheme: "dark" });
}

/** Insights as they are printed. */
async function shootPaper(from: Page): Promise<void> {
  await from.setViewportSize(PAPER);
  await from.emulateMedia({ media: "print" });
  await visit(from, "/backstage/tracks/8000000001/insights", "insights-print", true);
  await from.emulateMedia({ media: null });
  await from.setViewportSize(DESKTOP);
}

async function playTheDemo(from: Page): Promise<void> {
  const press = async (name: string) => {
    await from.getByRole("button", { name, exact: true }).click();
    await from.waitForTimeout(1500);
  };
  await from.getByRole("button", { name: "Send a play", exact: true }).waitFor();
  for (let plays = 0; plays < 3; plays++) await press("Send a play");
  await press("Unlock an achievement");
  await press("Take number one");
  await from.waitForTimeout(3000);
}

async function pairAndShootExtension(context: BrowserContext, signedIn: Page): Promise<void> {
  const options = await dark.openExtensionPage("options.html");
  await options.getByLabel("Invite link or server address").fill(server.url);
  await options.getByRole("button", { name: "Save" }).click();
  await options.getByText("Saved").waitFor();
  const popup = await dark.openExtensionPage("popup.html");
  await popup.setViewportSize({ width: 360, height: 560 });
  await popup.getByRole("button", { name: "Pair this browser" }).click();
  const code = await popup.getByLabel("Pairing code").textContent();
  await shoot(popup, "popup-code");
  const status = await signedIn.evaluate(
    (code) =>
      fetch("/v1/pairing/approve", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ code }),
      }).then(({ status }) => status),
    code,
  );
  if (status !== 204) throw new Error(`approving the pairing answered ${status}`);
  await popup.getByRole("heading", { name: "Kaya Noir" }).waitFor({ timeout: 20_000 });
  await shoot(popup, "popup");
  await popup.emulateMedia({ colorScheme: "light" });
  await shoot(popup, "popup-light");
  await shoot(options, "options");
  const site = await context.newPage();
  await site.setViewportSize({ width: 1280, height: 800 });
  await site.goto(`${server.url}/artist/9000000001/kaya-noir`);
  const row = site.locator(".list .row").filter({ hasText: "Bus de nuit" });
  await row.evaluate((element) => element.scrollIntoView({ block: "center" }));
  await row.getByText("Bus de nuit").click({ button: "right" });
  await waitForPart(site, "menu", "BeatPass Companion");
  await shoot(site, "menu");
  await clickPart(site, "menuitem", "Insights");
  await waitForPart(site, "heading", /Bus de nuit/);
  await site.waitForTimeout(1500);
  await shoot(site, "panel");
}
