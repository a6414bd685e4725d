import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createApiKey } from "@beatpass/server/accounts/index.ts";
import { communityId } from "@beatpass/server/communities/index.ts";
import { readConfig } from "@beatpass/server/config.ts";
import { type RunningServer, startServer } from "@beatpass/server/start-server.ts";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { findBrowser } from "../../browsers/find-browser.ts";
import { DiscordStandIn } from "../../stand-ins/discord.ts";
import { SlackStandIn } from "../../stand-ins/slack.ts";
import { type BotsProcess, startBots } from "../bots/bots-process.ts";

export type RunningCommunity = {
  server: RunningServer;
  discord: DiscordStandIn;
  slack: SlackStandIn;
  bots: BotsProcess;
  /** The guild's and the workspace's id here. */
  ids: Record<"discord" | "slack", string>;
  /** A tab with nothing signed in. */
  open: (path: string, options?: BrowserContextOptions) => Promise<Page>;
  /** A fresh one-time link of somebody who manages the community. */
  link: (platform: "discord" | "slack", userId: string) => Promise<string>;
  stop: () => Promise<void>;
};

/** A server, the bots as they ship in both of their platforms' far ends, and a real Chromium. */
export async function runCommunity({ publicUrl }: { publicUrl?: string } = {}): Promise<RunningCommunity> {
  const folder = await mkdtemp(join(tmpdir(), "beatpass-community-"));
  const [discord, slack] = await Promise.all([DiscordStandIn.start(), SlackStandIn.start()]);
  const database = `file:${join(folder, "beatpass.db")}`;
  const server = await startServer(
    readConfig({ PORT: "0", LOG_LEVEL: "error", DATABASE_URL: database, PUBLIC_URL: publicUrl }),
  );
  const { db, writer } = server.dependencies;
  const key = await createApiKey(db, { scope: "bot" });
  const bots = startBots({ server: { url: server.url, key }, discord, slack });
  const ids = {
    discord: communityId({ platform: "discord", guildId: discord.guild.id }),
    slack: communityId({ platform: "slack", guildId: slack.team.id }),
  };
  await haveIntroducedThemselves(server, 2);
  let browser: Browser | undefined;
  return {
    server,
    discord,
    slack,
    bots,
    ids,
    async open(path, options = {}) {
      browser ??= await chromium.launch({
        executablePath: findBrowser("chromium"),
        args: ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update"],
      });
      const viewport = { width: 1440, height: 900 };
      const context = await browser.newContext({ viewport, locale: "en-US", colorScheme: "dark", ...options });
      const page = await context.newPage();
      await page.goto(server.url + path);
      return page;
    },
    async link(platform, platformUserId) {
      const bearer = { communityId: ids[platform], platformUserId, name: "Kaya" };
      return `/communities/${ids[platform]}#token=${await writer.run("createManageLink", bearer)}`;
    },
    async stop() {
      await browser?.close();
      await bots.stop();
      await server.stop();
      await Promise.all([discord.stop(), slack.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The bots tell where they are once they are connected. */
async function haveIntroducedThemselves({ dependencies }: RunningServer, communities: number): Promise<void> {
  const until = Date.now() + 30_000;
  for (;;) {
    const { rows } = await dependencies.db.$client.execute("SELECT id FROM communities");
    if (rows.length >= communities) return;
    if (Date.now() > until) throw new Error("The bots have not told where they are");
    await sleep(50);
  }
}
