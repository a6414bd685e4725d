import { invite } from "@beatpass/server/accounts/index.ts";
import type { RunningServer } from "@beatpass/server/start-server.ts";
import { chromium, type Page } from "playwright-core";
import { findBrowser } from "../browsers/find-browser.ts";
import { signInThrough } from "../journeys/dashboard/sign-in-through.ts";
import { BeatPassApiStandIn } from "../stand-ins/beatpass-api.ts";
import { StripeStandIn } from "../stand-ins/stripe.ts";
import { takeEverywhere, takePages } from "./dashboard-pictures.ts";
import { startDemoServer } from "./demo-server.ts";
import { takeNewcomer } from "./newcomer-pictures.ts";
import { sellTracks } from "./sell-tracks.ts";

type Person = { email: string; admin: boolean; producerId?: string };
const KAYA = { email: "kaya@example.org", admin: false, producerId: "demo-1" };
const SAM = { email: "sam@example.org", admin: true };
const LENA = { email: "lena@example.org", admin: false };

/** Pictures of the dashboard's pages: the demo producer's, an administrator's, and somebody new's. */
export async function takeDashboard(): Promise<void> {
  const stripe = await StripeStandIn.start();
  const api = await BeatPassApiStandIn.start();
  const server = await startDemoServer({
    STRIPE_SECRET_KEY: stripe.secretKey,
    STRIPE_WEBHOOK_SECRET: Object.values(stripe.webhookSecrets).join(","),
    STRIPE_API_URL: stripe.url,
    BEATPASS_API_URL: api.url,
  });
  const browser = await chromium.launch({ executablePath: findBrowser("chromium"), args: ["--no-sandbox"] });
  const openAs = async (person: Person) =>
    signIn(await browser.newPage({ colorScheme: "dark", locale: "en-US" }), server, person);
  const producer = await openAs(KAYA);
  const admin = await openAs(SAM);
  await sellTracks(producer, server.url, stripe);
  await takePages(producer, admin, server.url, () => playTheDemo(producer, server.url));
  await takeNewcomer(await openAs(LENA), server.url, api, takeEverywhere(server.url));
  await browser.close();
  await server.stop();
  await Promise.all([stripe.stop(), api.stop()]);
}

/** Signs a page's browser in as somebody new. */
async function signIn(page: Page, server: RunningServer, { email, ...who }: Person): Promise<Page> {
  const { db, accounts } = server.dependencies;
  const { link } = await invite(
    { db, accounts, publicUrl: server.publicUrl },
    { email, producerId: undefined, ...who },
  );
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${server.url}/sign-in`);
  await signInThrough(page, link, email);
  return page;
}

async function playTheDemo(from: Page, url: string): Promise<void> {
  const press = (name: string) => from.getByRole("button", { name, exact: true }).click();
  const told = (words: RegExp) => from.getByText(words).first().waitFor();
  await from.setViewportSize({ width: 1440, height: 900 });
  await from.goto(`${url}/demo/channels`);
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
