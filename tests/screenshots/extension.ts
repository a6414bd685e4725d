import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { demoSignInLink } from "@beatpass/server/demo/index.ts";
import type { RunningServer } from "@beatpass/server/start-server.ts";
import { DemoSite } from "@beatpass/shared/contracts";
import type { Page } from "playwright-core";
import { type ChromiumWithExtension, launchChromiumWithExtension } from "../browsers/chromium-extension.ts";
import { startDemoServer } from "./demo-server.ts";
import { shootSite } from "./shoot-site.ts";
import { take } from "./take.ts";

const STORE = fileURLToPath(new URL("../../extension/store/screenshots/", import.meta.url));
const EXTENSION = fileURLToPath(new URL("../../extension/.output/demo/chrome-mv3", import.meta.url));
const POPUP = { width: 360, height: 560 };
/** As large as the stores want their pictures. */
const SHOP_WINDOW = { width: 1280, height: 800 };
/** Pictures that the stores show too. */
const IN_STORES: Record<string, string> = {
  "menu-dark": "2-menu.png",
  "panel-dark": "3-insights.png",
  options: "4-options.png",
};

/** Pictures of the extension: popup, options, and what it shows on the site; some of them for the stores too. */
export async function takeExtension(): Promise<void> {
  mkdirSync(STORE, { recursive: true });
  const server = await startDemoServer();
  const chromium = await launchChromiumWithExtension(EXTENSION, { colorScheme: "dark", locale: "en-US" });
  await takeOwnPages(chromium, await pair(chromium, server));
  await shootSite({
    ...chromium,
    site: server.url,
    artist: "/artist/9000000001/kaya-noir",
    track: "/track/8000000001/bus-de-nuit",
    title: "Bus de nuit",
    strangersTrack: await strangersTrack(server.url),
    shoot,
  });
  await chromium.close();
  await server.stop();
}

async function shoot(page: Page, name: string): Promise<void> {
  await take(page, name);
  const inStores = IN_STORES[name];
  if (inStores !== undefined) await page.screenshot({ path: join(STORE, inStores) });
}

/** Pairs as a person does, and gives the popup with its figures. */
async function pair({ context, openExtensionPage }: ChromiumWithExtension, server: RunningServer): Promise<Page> {
  const { db, accounts } = server.dependencies;
  const dashboard = await context.newPage();
  await dashboard.goto((await demoSignInLink(db, accounts))!);
  await dashboard.locator("h1").first().waitFor();
  const popup = await openExtensionPage("popup.html");
  await popup.setViewportSize(POPUP);
  await popup.getByRole("button", { name: "Use another link" }).click();
  await popup.getByLabel("Invite link or server address").fill(`${server.url}/pair`);
  await take(popup, "popup-pair");
  await popup.getByRole("button", { name: "Pair this browser" }).click();
  const code = await popup.getByLabel("Pairing code").textContent();
  await take(popup, "popup-code");
  const answer = await dashboard.request.post(`${server.url}/v1/pairing/approve`, {
    data: { code },
    headers: { origin: server.url },
  });
  if (!answer.ok()) throw new Error(`approving the pairing answered ${answer.status()}`);
  await popup.getByText(/^(Since|Nothing new since) /).waitFor();
  return popup;
}

/** Popup and options, dark and light, in English and French. */
async function takeOwnPages(chromium: ChromiumWithExtension, popup: Page): Promise<void> {
  const options = await chromium.openExtensionPage("options.html");
  await options.setViewportSize(SHOP_WINDOW);
  await shoot(options, "options");
  await shoot(popup, "popup");
  await showInWindow(chromium, popup, "1-popup.png");
  const [language, theme] = [options.locator("select").nth(0), options.locator("select").nth(1)];
  await theme.selectOption("light");
  await shoot(popup, "popup-light");
  await language.selectOption("fr");
  await take(options, "options-light-fr", true);
  await shoot(popup, "popup-light-fr");
  await language.selectOption("en");
  await theme.selectOption("system");
}

/** The popup on a plain ground. */
async function showInWindow({ context }: ChromiumWithExtension, popup: Page, name: string): Promise<void> {
  const page = await context.newPage();
  await page.setViewportSize(SHOP_WINDOW);
  const source = `data:image/png;base64,${(await popup.screenshot()).toString("base64")}`;
  await page.setContent(`<body style="margin:0;height:100vh;display:grid;place-items:center;background:#1c1c20">
    <img src="${source}" style="height:700px;border-radius:12px;box-shadow:0 16px 60px #000a">`);
  await page.screenshot({ path: join(STORE, name) });
  await page.close();
}

/** The address of a track of somebody else's on the stand-in. */
async function strangersTrack(url: string): Promise<string> {
  const { tracks } = DemoSite.parse(await (await fetch(`${url}/demo/site-data.json`)).json());
  const theirs = tracks.find(({ artists }) => artists.every(({ id }) => id !== "9000000001"));
  if (!theirs) throw new Error("every track of the demo is the demo producer's");
  return `/track/${theirs.id}/theirs`;
}
