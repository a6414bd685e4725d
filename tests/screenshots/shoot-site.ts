import type { BrowserContext, Page } from "playwright-core";
import { clickPart, waitForNoPart, waitForPart } from "../browsers/accessible.ts";

const MENU = "BeatPass Companion";
const SIDE = { width: 400, height: 900 };
const PHONE = { width: 375, height: 812 };

type Set = {
  context: BrowserContext;
  openExtensionPage: (file: string) => Promise<Page>;
  /** Address of the BeatPass stand-in. */
  site: string;
  /** Addresses of the demo producer's artist, and of a track of theirs and of somebody else. */
  artist: string;
  track: string;
  title: string;
  strangersTrack: string;
  shoot: (page: Page, name: string) => Promise<void>;
};

/** The extension on the BeatPass site: menu, panel and side panel, dark and light. */
export async function shootSite({ context, openExtensionPage, shoot, site, ...at }: Set): Promise<void> {
  const side = await openExtensionPage("sidepanel.html");
  await side.setViewportSize(SIDE);
  const page = await context.newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  const insights = async () => {
    await clickPart(page, "menuitem", "Insights");
    await waitForPart(page, "dialog", /^Insights of this/);
    await page.waitForTimeout(1500);
  };
  const close = async () => {
    await page.keyboard.press("Escape");
    await waitForNoPart(page, "dialog", /^Insights of this/);
  };
  for (const theme of ["dark", "light"] as const) {
    await side.emulateMedia({ colorScheme: theme });
    await page.goto(`${site}${at.artist}?theme=${theme}`);
    const row = page.locator(".list .row").filter({ hasText: at.title }).first();
    await row.locator(".name").click({ button: "right" });
    await waitForPart(page, "menu", MENU);
    await shoot(page, `menu-${theme}`);
    await insights();
    await shoot(page, `panel-${theme}`);
    await close();
    await side.getByRole("heading", { name: at.title }).first().waitFor();
    await side.waitForTimeout(1500);
    await shoot(side, `side-panel-${theme}`);
  }
  await page.goto(`${site}${at.strangersTrack}?theme=dark`);
  await page.locator(".hero .kind").click({ button: "right" });
  await insights();
  await shoot(page, "panel-not-yours");
  await page.goto(`${site}/demo/beatpass?theme=dark`);
  await side.emulateMedia({ colorScheme: "dark" });
  await side.getByRole("region", { name: "Your figures" }).waitFor();
  await shoot(side, "side-panel-own");
  await page.setViewportSize(PHONE);
  await page.goto(`${site}${at.track}?theme=dark`);
  await page.locator(".hero .kind").click({ button: "right" });
  await insights();
  await shoot(page, "panel-phone");
}
