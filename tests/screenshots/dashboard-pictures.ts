import type { Page } from "playwright-core";
import { DASHBOARD_PAGES } from "../pages/dashboard-pages.ts";
import { take } from "./take.ts";

const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 375, height: 812 };
/** A4 at 96 dots an inch, less its margins. */
const PAPER = { width: 688, height: 1017 };

/**
 * Every page in dark, in light and on a phone, and insights on paper.
 * @param producer signed in as the demo producer @param admin as an administrator, who is on no leaderboard
 */
export async function takeDashboard(producer: Page, admin: Page, url: string): Promise<void> {
  const visit = async (page: Page, path: string, name: string) => {
    await page.goto(url + path);
    await page.locator("h1").first().waitFor();
    await page.waitForLoadState("load");
    await take(page, name, true);
  };
  const every = async (look: string, size: typeof DESKTOP, colorScheme: "dark" | "light") => {
    for (const page of [producer, admin]) {
      await page.setViewportSize(size);
      await page.emulateMedia({ media: null, colorScheme });
    }
    for (const { name, path, admin: isAdmins } of DASHBOARD_PAGES)
      await visit(isAdmins ? admin : producer, path, `${name}-${look}`);
  };
  await every("dark", DESKTOP, "dark");
  await every("light", DESKTOP, "light");
  await producer.setViewportSize(PAPER);
  await producer.emulateMedia({ media: "print", colorScheme: "light" });
  await visit(producer, "/backstage/tracks/8000000001/insights?range=90d", "track-insights-print");
  await every("phone", PHONE, "dark");
}
