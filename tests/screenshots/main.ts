import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { invite } from "@beatpass/server/accounts/index.ts";
import { readConfig } from "@beatpass/server/config.ts";
import { fillEmptyDatabase } from "@beatpass/server/first-steps.ts";
import { startServer } from "@beatpass/server/start-server.ts";
import { DemoSite } from "@beatpass/shared/contracts";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { type ChromiumWithExtension, launchChromiumWithExtension } from "../browsers/chromium-extension.ts";
import { findBrowser } from "../browsers/find-browser.ts";
import { signInThrough } from "../journeys/dashboard/sign-in-through.ts";
import { BeatPassApiStandIn } from "../stand-ins/beatpass-api.ts";
import { StripeStandIn } from "../stand-ins/stripe.ts";
import { takeDashboard, takeEverywhere } from "./dashboard-pictures.ts";
import { takeNewcomer } from "./newcomer-pictures.ts";
import { sellTracks } from "./sell-tracks.ts";
import { shootSite } from "./shoot-site.ts";
import { take } from "./take.ts";

/** Takes the pictures of the README and docs from the real thing: server, demo, dashboard, extension. */
const EXTENSION = fileURLToPath(new URL("../../extension/.output/demo/chrome-mv3", import.meta.url));

const folder = mkdtempSync(join(tmpdir(), "beatpass-screenshots-"));
const stripe = await StripeStandIn.start();
const api = await BeatPassApiStandIn.start();
const config = readConfig({
  PORT: "0",
  LOG_LEVEL: "error",
  DATABASE_URL: `file:${join(folder, "beatpass.db")}`,
  STRIPE_SECRET_KEY: stripe.secretKey,
  STRIPE_WEBHOOK_SECRET: Object.values(stripe.webhookSecrets).join(","),
  STRIPE_API_URL: stripe.url,
  BEATPASS_API_URL: api.url,
});
const server = await startServer(config, fillEmptyDatabase);
const { db, accounts } = server.dependencies;
type Person = { email: string; admin: boolean; producerId?: string };
/** Signs a browser in as somebody new. */
async function openAs(context: BrowserContext, { email, ...who }: Person): Promise<Page> {
  const { link } = await invite(
    { db, accounts, publicUrl: server.publicUrl },
    { email, producerId: undefined, ...who },
  );
  const page = await context.newPage();
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${server.url}/sign-in`);
  await signInThrough(page, link, email);
  return page;
}
const KAYA = { email: "kaya@example.org", admin: false, producerId: "demo-1" };
const KAYA_ELSEWHERE = { ...KAYA, email: "kaya.noir@example.org" };
const SAM = { email: "sam@example.org", admin: true };
const LENA = { email: "lena@example.org", admin: false };

// `npm run screenshots -- dashboard` takes those alone.
const parts = process.argv.slice(2);
const wants = (part: string) => parts.length === 0 || parts.includes(part);
if (wants("dashboard")) {
  const browser = await chromium.launch({ executablePath: findBrowser("chromium"), args: ["--no-sandbox"] });
  const looks = { colorScheme: "dark", locale: "en-US" } as const;
  const producer = await openAs(await browser.newContext(looks), KAYA);
  const admin = await openAs(await browser.newContext(looks), SAM);
  await sellTracks(producer, server.url, stripe);
  await takeDashboard(producer, admin, server.url, () => playTheDemo(producer));
  const newcomer = await openAs(await browser.newContext(looks), LENA);
  await takeNewcomer(newcomer, server.url, api, takeEverywhere(server.url));
  await browser.close();
}
if (wants("extension")) {
  const extension = await launchChromiumWithExtension(EXTENSION, { colorScheme: "dark", locale: "en-US" });
  await takeExtension(extension, await openAs(extension.context, KAYA_ELSEWHERE));
  await extension.close();
}
await server.stop();
await Promise.all([stripe.stop(), api.stop()]);
rmSync(folder, { recursive: true, force: true });

async function playTheDemo(from: Page): Promise<void> {
  const press = (name: string) => from.getByRole("button", { name, exact: true }).click();
  const told = (words: RegExp) => from.getByText(words).first().waitFor();
  await from.setViewportSize({ width: 1440, height: 900 });
  await from.goto(`${server.url}/demo/channels`);
  for (let plays = 0; plays < 3; plays++) {
    await press("Send a play");
    await from.waitForTimeout(1500);
  }
  await told(/reached level/);
  await press("Unlock an achievement");
  await told(/unlocked/);
  await press("Take number one");
  await told(/is the new number one/);
}

async function takeExtension({ context, openExtensionPage }: ChromiumWithExtension, signedIn: Page): Promise<void> {
  const options = await openExtensionPage("options.html");
  await options.getByLabel("Invite link or server address").fill(server.url);
  await options.getByRole("button", { name: "Save" }).click();
  await options.getByText("Saved").waitFor();
  const popup = await openExtensionPage("popup.html");
  await popup.setViewportSize({ width: 360, height: 560 });
  await popup.getByRole("button", { name: "Pair this browser" }).click();
  const code = await popup.getByLabel("Pairing code").textContent();
  await take(popup, "popup-code");
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
  await take(popup, "popup");
  await popup.emulateMedia({ colorScheme: "light" });
  await take(popup, "popup-light");
  await take(options, "options");
  await shootSite({
    context,
    openExtensionPage,
    site: server.url,
    artist: "/artist/9000000001/kaya-noir",
    track: "/track/8000000001/bus-de-nuit",
    title: "Bus de nuit",
    strangersTrack: await strangersTrack(),
    shoot: take,
  });
}

/** The address of a track of somebody else's on the stand-in. */
async function strangersTrack(): Promise<string> {
  const { tracks } = DemoSite.parse(await (await fetch(`${server.url}/demo/site-data.json`)).json());
  const theirs = tracks.find(({ artists }) => artists.every(({ id }) => id !== "9000000001"));
  if (!theirs) throw new Error("every track of the demo is the demo producer's");
  return `/track/${theirs.id}/theirs`;
}
