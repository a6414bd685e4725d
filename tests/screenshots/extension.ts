import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readConfig } from "@beatpass/server/config.ts";
import { demoSignInLink } from "@beatpass/server/demo/index.ts";
import { fillEmptyDatabase } from "@beatpass/server/first-steps.ts";
import { startServer } from "@beatpass/server/start-server.ts";
import type { Page } from "playwright-core";
import { clickPart, waitForPart } from "../browsers/accessible.ts";
import { launchChromiumWithExtension } from "../browsers/chromium-extension.ts";

/** Pictures of popup and options for docs, and those of 1280 × 800 that the stores show, from the real thing. */
const DOCS = fileURLToPath(new URL("../../docs/screenshots/", import.meta.url));
const STORE = fileURLToPath(new URL("../../extension/store/screenshots/", import.meta.url));
const EXTENSION = fileURLToPath(new URL("../../extension/.output/demo/chrome-mv3", import.meta.url));
const POPUP = { width: 360, height: 560 };
const SHOP_WINDOW = { width: 1280, height: 800 };

mkdirSync(STORE, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), "beatpass-screenshots-"));
const config = readConfig({ PORT: "0", LOG_LEVEL: "error", DATABASE_URL: `file:${join(folder, "beatpass.db")}` });
const server = await startServer(config, fillEmptyDatabase);
const link = await demoSignInLink(server.dependencies.db, server.dependencies.accounts);
const chromium = await launchChromiumWithExtension(EXTENSION, { colorScheme: "dark", locale: "en-US" });

const dashboard = await chromium.context.newPage();
await dashboard.goto(link!);
await dashboard.locator("h1").first().waitFor();
const popup = await pair();
const options = await chromium.openExtensionPage("options.html");
for (const [theme, language, name] of [
  ["light", "fr", "light-fr"],
  ["dark", "en", "dark"],
] as const) {
  await options.locator("select").nth(1).selectOption(theme);
  await options.locator("select").nth(0).selectOption(language);
  await shoot(options, join(DOCS, `options-${name}.png`), true);
  await shoot(popup, join(DOCS, `popup-${name}.png`));
}
await showInWindow(join(DOCS, "popup-dark.png"), join(STORE, "1-popup.png"));
await shootSite();
await options.setViewportSize(SHOP_WINDOW);
await shoot(options, join(STORE, "4-options.png"));
await chromium.close();
await server.stop();
rmSync(folder, { recursive: true, force: true });

async function shoot(page: Page, path: string, fullPage = false): Promise<void> {
  await page.waitForTimeout(500);
  await page.screenshot({ path, fullPage });
}

/** Pairs as a person does, and gives the popup with its figures. */
async function pair(): Promise<Page> {
  const page = await chromium.openExtensionPage("popup.html");
  await page.setViewportSize(POPUP);
  await page.getByRole("button", { name: "Use another link" }).click();
  await page.getByLabel("Invite link or server address").fill(`${server.url}/pair`);
  await shoot(page, join(DOCS, "popup-pair.png"));
  await page.getByRole("button", { name: "Pair this browser" }).click();
  const code = await page.getByLabel("Pairing code").textContent();
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ code });
  await dashboard.evaluate((request) => fetch("/v1/pairing/approve", { method: "POST", ...request }), {
    headers,
    body,
  });
  await page.getByText(/^(Since|Nothing new since) /).waitFor();
  return page;
}

/** A picture on a plain ground, as large as the stores want it. */
async function showInWindow(picture: string, path: string): Promise<void> {
  const page = await chromium.context.newPage();
  await page.setViewportSize(SHOP_WINDOW);
  const source = `data:image/png;base64,${readFileSync(picture).toString("base64")}`;
  await page.setContent(`<body style="margin:0;height:100vh;display:grid;place-items:center;background:#1c1c20">
    <img src="${source}" style="height:700px;border-radius:12px;box-shadow:0 16px 60px #000a">`);
  await page.screenshot({ path });
  await page.close();
}

/** The menu on a track of the stand-in of the site, and the panel that it opens. */
async function shootSite(): Promise<void> {
  const site = await chromium.context.newPage();
  await site.setViewportSize(SHOP_WINDOW);
  await site.goto(`${server.url}/artist/9000000001/kaya-noir`);
  const row = site.locator(".list .row").filter({ hasText: "Bus de nuit" });
  await row.evaluate((element) => element.scrollIntoView({ block: "center" }));
  await row.getByText("Bus de nuit").click({ button: "right" });
  await waitForPart(site, "menu", "BeatPass Companion");
  await shoot(site, join(STORE, "2-menu.png"));
  await clickPart(site, "menuitem", "Insights");
  await waitForPart(site, "heading", /Bus de nuit/);
  await shoot(site, join(STORE, "3-insights.png"));
}
