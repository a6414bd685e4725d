import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { invite } from "@beatpass/server/accounts/index.ts";
import { readConfig } from "@beatpass/server/config.ts";
import { demoSignInLink } from "@beatpass/server/demo/index.ts";
import { type RunningServer, startServer } from "@beatpass/server/start-server.ts";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { onTestFinished } from "vitest";
import { findBrowser } from "../../browsers/find-browser.ts";
import { copyDemoDatabase } from "./copy-demo-database.ts";

const COVER =
  '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="#6d28d9"/></svg>';

export type OpenPage = Page & { complaints: string[] };

export type RunningDashboard = {
  url: string;
  server: RunningServer;
  /** A tab of a browser of its own, signed in to nothing. What its console complains of is kept. */
  open(path: string, options?: BrowserContextOptions): Promise<OpenPage>;
  /** The same, signed in as the demo producer through a one-time link. */
  openAsDemo(path: string, options?: BrowserContextOptions): Promise<OpenPage>;
  /** The same, signed in as somebody new. */
  openAs(email: string, path: string, options?: BrowserContextOptions & { producerId?: string }): Promise<OpenPage>;
  /** A new person's one-time link. */
  invite(email: string, more: { admin?: boolean; producerId?: string }): Promise<string>;
  /** A track that the demo producer is not credited on. */
  strangersTrack(): Promise<string>;
  stop(): Promise<void>;
};

/**
 * The real server with the demo community in a database of its own, and a real Chromium before it.
 * @param environment where its far ends are
 */
export async function runDashboard(environment: Record<string, string> = {}): Promise<RunningDashboard> {
  const folder = await mkdtemp(join(tmpdir(), "beatpass-dashboard-"));
  const database = await copyDemoDatabase(folder);
  const server = await startServer(
    readConfig({ ...environment, PORT: "0", LOG_LEVEL: "error", DATABASE_URL: database }),
  );
  const browser = await chromium.launch({
    executablePath: findBrowser("chromium"),
    args: ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update"],
  });
  const { db, accounts } = server.dependencies;
  const { url, publicUrl } = server;
  return {
    url,
    server,
    open: (path, options) => openPage(browser, url + path, options),
    openAsDemo: async (path, options) => {
      const link = await demoSignInLink(db, accounts);
      if (!link) throw new Error("there is no demo to sign in to");
      const page = await openPage(browser, link, options);
      await page.goto(url + path);
      return page;
    },
    openAs: async (email, path, { producerId, ...options } = {}) => {
      await invite({ db, accounts, publicUrl }, { email, admin: false, producerId });
      await accounts.auth.api.signInMagicLink({ body: { email, callbackURL: path }, headers: new Headers() });
      const page = await openPage(browser, accounts.signInLinks.get(email)!, options);
      await page.waitForURL(url + path);
      return page;
    },
    invite: async (email, { admin = false, producerId }) =>
      (await invite({ db, accounts, publicUrl }, { email, admin, producerId })).link,
    strangersTrack: async () => {
      const { rows } = await db.$client.execute(`
        select id from tracks where key not in (select ta.track_key from track_artists ta
          join artists a on a.id = ta.artist_id where a.producer_id = 'demo-1') limit 1`);
      return String(rows[0]?.id);
    },
    stop: async () => {
      await browser.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function openPage(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
    colorScheme: "dark",
    reducedMotion: "reduce",
    ...options,
  });
  // A page left open goes on following its server; what its routes still hold then is nobody's concern.
  onTestFinished(async () => {
    await Promise.all(context.pages().map((page) => page.unrouteAll({ behavior: "ignoreErrors" })));
    await context.close();
  });
  // The demo's covers are at a host that is nobody's.
  await context.route("https://images.example.com/**", (route) =>
    route.fulfill({ contentType: "image/svg+xml", body: COVER }),
  );
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto(address);
  return Object.assign(page, { complaints });
}
