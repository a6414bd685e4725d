import { writeFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { picturePath } from "./picture-path.ts";

/** Longer pages are cut: the rest of a long list says nothing new. */
const TALLEST = 2000;
const QUALITY = 78;

/** Keeps a picture of a page as WebP: a fifth of a PNG. @param whole beyond the window too */
export async function take(page: Page, name: string, whole = false): Promise<void> {
  const window = page.viewportSize()!;
  // A window as tall as the page: what sticks to the window's edges stays where it belongs.
  if (whole) await page.setViewportSize({ ...window, height: await heightOf(page, window.height) });
  // Fonts, charts and live figures settle after the page has loaded.
  await page.waitForTimeout(700);
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: QUALITY });
  await session.detach();
  writeFileSync(picturePath(`${name}.webp`), Buffer.from(data, "base64"));
  await page.setViewportSize(window);
}

async function heightOf(page: Page, least: number): Promise<number> {
  await page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null);
  // What comes after the figures, such as charts, has its height by then.
  await page.waitForTimeout(300);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  return Math.max(least, Math.min(height, TALLEST));
}
