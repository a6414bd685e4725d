import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { drawCard } from "@beatpass/bots/src/cards/draw-card.ts";
import { sampleAnnouncement } from "@beatpass/messages";
import { CHAT_PLATFORMS, LOCALES, PREVIEW_KINDS } from "@beatpass/shared/contracts";
import { chromium } from "playwright-core";
import { findBrowser } from "../browsers/find-browser.ts";
import { runCommunity } from "../journeys/community/running-community.ts";
import { picturePath } from "./picture-path.ts";

const WEB = fileURLToPath(new URL("../../server/web/", import.meta.url));
const NOW = new Date("2026-11-23T18:00:00Z");
const COMMUNITY = { id: "sample", name: "Beat Lab" };

/** Pictures of every message, and of a community's settings for the guides. */
export async function takeMessages(): Promise<void> {
  await shootMessages();
  await shootSettings();
}

async function shootMessages(): Promise<void> {
  const { createServer } = (await import(
    createRequire(join(WEB, "package.json")).resolve("vite")
  )) as typeof import("vite");
  const vite = await createServer({ root: WEB, logLevel: "error", server: { host: "127.0.0.1", port: 0 } });
  await vite.listen();
  const browser = await chromium.launch({ executablePath: findBrowser("chromium"), args: ["--no-sandbox"] });
  for (const locale of LOCALES) {
    const cards = await drawCards(locale);
    for (const colorScheme of ["dark", "light"] as const) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme, locale });
      const page = await context.newPage();
      // The messages tell how old their figures are.
      await page.clock.setFixedTime(NOW);
      await page.addInitScript((drawn) => Object.assign(window, { cards: drawn }), cards);
      for (const platform of CHAT_PLATFORMS) {
        await page.goto(`${vite.resolvedUrls!.local[0]}gallery.html?platform=${platform}&locale=${locale}`);
        await page.locator(".gallery-part").nth(3).waitFor();
        await page.evaluate(() => document.fonts.ready);
        const path = picturePath(`messages/${platform}-${locale}-${colorScheme}.jpg`);
        await page.screenshot({ path, fullPage: true, type: "jpeg", quality: 75 });
      }
      await context.close();
    }
  }
  await browser.close();
  await vite.close();
}

async function drawCards(locale: "en" | "fr"): Promise<Record<string, string>> {
  const cards: Record<string, string> = {};
  for (const kind of PREVIEW_KINDS) {
    const card = await drawCard(sampleAnnouncement(kind, { community: COMMUNITY, now: NOW }), locale);
    if (card) cards[kind] = `data:image/png;base64,${card.png.toString("base64")}`;
  }
  return cards;
}

async function shootSettings(): Promise<void> {
  const run = await runCommunity();
  run.slack.admins.add("U0KAYA");
  const [, secondOnDiscord] = run.discord.channelIds;
  run.slack.muted.add(run.slack.channelIds[1]);
  const members = run.discord.members;
  members.overwrites.set(secondOnDiscord, [{ id: run.discord.guild.id, type: 0, allow: "0", deny: String(1 << 11) }]);
  for (const [platform, user, channel, name] of [
    ["discord", "900000000000000010", secondOnDiscord, "community-settings"],
    ["slack", "U0KAYA", run.slack.channelIds[1], "community-settings-slack"],
  ] as const) {
    const page = await run.open(await run.link(platform, user));
    await page.getByLabel("Language of the messages").selectOption("en");
    await page.locator("select:enabled", { hasText: "#" }).first().waitFor();
    await page.getByLabel("Channel for everything").selectOption(channel);
    await page.locator("img.preview-card").waitFor();
    await page.screenshot({ path: picturePath(`${name}.png`) });
  }
  await run.stop();
}
