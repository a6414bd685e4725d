import { cpSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { launchChromiumWithExtension } from "../browsers/chromium-extension.ts";
import { cachedView } from "./cached-view.ts";
import { atMost, median, type Result } from "./measure.ts";

const BUILD = fileURLToPath(new URL("../../extension/.output/store/chrome-mv3", import.meta.url));
const ROUNDS = 21;
const WARM_UP = 4;

/** From opening the popup to its figures as last known, against a page of the same extension with one line of text. */
export async function popupPaint(folder: string): Promise<Result[]> {
  if (!existsSync(BUILD)) {
    console.error("Left out: the popup. It needs the built extension (node scripts/build.mjs extension:store).");
    return [];
  }
  const build = join(folder, "extension");
  cpSync(BUILD, build, { recursive: true });
  writeFileSync(
    join(build, "empty.html"),
    '<!doctype html><meta charset="utf-8"><title>Empty</title><p>Nothing here</p>',
  );
  const chromium = await launchChromiumWithExtension(build);
  try {
    const seed = await chromium.openExtensionPage("empty.html");
    await seed.evaluate(
      `chrome.storage.local.set(${JSON.stringify({ view: cachedView, session: { status: "paired", server: cachedView.server, token: "a session" } })})`,
    );
    await seed.close();
    const times: { ours: number[]; peer: number[] } = { ours: [], peer: [] };
    for (let round = -WARM_UP; round < ROUNDS; round++) {
      const peer = await paintOf(await chromium.openExtensionPage("empty.html"), "Nothing here");
      const ours = await paintOf(
        await chromium.openExtensionPage("popup.html"),
        cachedView.figures.dashboard.producer.name,
      );
      if (round < 0) continue;
      times.peer.push(peer);
      times.ours.push(ours);
    }
    return [atMost("popup painted with cached figures", median(times.ours), median(times.peer), "ms p50", 2)];
  } finally {
    await chromium.close();
  }
}

/** When a page first painted something, in ms since it was opened; what it painted must hold the text. */
async function paintOf(page: Page, text: string): Promise<number> {
  await page.getByText(text).first().waitFor();
  const paint = await page.waitForFunction(
    () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
    undefined,
    { polling: 20 },
  );
  const time = (await paint.jsonValue()) as number;
  await page.close();
  return time;
}
