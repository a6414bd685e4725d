import type { Page } from "playwright-core";
import { DASHBOARD_PAGES, type DashboardPage } from "../pages/dashboard-pages.ts";
import { take } from "./take.ts";

type Pictured = Pick<DashboardPage, "name" | "path">;
/** Takes pages in dark, in light and on a phone. */
export type TakeEverywhere = (page: Page, pages: readonly Pictured[]) => Promise<void>;

const DESKTOP = { width: 1440, height: 900 };
const LOOKS = [
  { look: "dark", size: DESKTOP, colorScheme: "dark" },
  { look: "light", size: DESKTOP, colorScheme: "light" },
  { look: "phone", size: { width: 375, height: 812 }, colorScheme: "dark" },
] as const;
/** A4 at 96 dots an inch, less its margins. */
const PAPER = { width: 718, height: 1047 };

/** @param url the server's */
export const takeEverywhere =
  (url: string): TakeEverywhere =>
  async (page, pages) => {
    for (const { look, size, colorScheme } of LOOKS) {
      await page.setViewportSize(size);
      await page.emulateMedia({ media: null, colorScheme });
      for (const { name, path } of pages) await visit(page, url + path, `${name}-${look}`);
    }
  };

/** Where it shows that something has just happened; on the others a day like any other says more. */
const LIVELY = ["home", "leaderboards", "channels"];

/**
 * Every page, and insights on paper.
 * @param producer signed in as the demo producer @param admin as an administrator, who is on no leaderboard
 * @param play lets something happen
 */
export async function takePages(producer: Page, admin: Page, url: string, play: () => Promise<void>) {
  const made = DASHBOARD_PAGES.filter(({ newcomer }) => !newcomer);
  const [lively, calm] = [true, false].map((wanted) =>
    made.filter((page) => !page.admin && LIVELY.includes(page.name) === wanted),
  );
  await takeEverywhere(url)(producer, calm!);
  await takeEverywhere(url)(
    admin,
    made.filter((page) => page.admin),
  );
  await producer.setViewportSize(PAPER);
  await producer.emulateMedia({ media: "print", colorScheme: "light" });
  await visit(producer, `${url}/backstage/tracks/8000000001/insights?range=30d`, "track-insights-print");
  await producer.emulateMedia({ media: null, colorScheme: "dark" });
  await play();
  await takeEverywhere(url)(producer, lively!);
}

async function visit(page: Page, address: string, name: string): Promise<void> {
  await page.goto(address);
  await page.locator("h1").first().waitFor();
  await page.waitForLoadState("load");
  await take(page, name, true);
}
